import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import type { FaultEffect } from '../../tools/simulator/faults';
import { adminPage } from './admin-page';
import { connectPanel } from './connect-panel';
import { siteDays } from './site-days';

const { site, visit } = adminPage();
const { orgAdmin, plainUser } = acme.people;
const PANEL = { route: '/connections/new/confluence' };
const CONNECT = 'Connect Atlassian Confluence';
const wish = {
  name: 'Corporate Confluence',
  expiry: '2027-03-31',
  admin: plainUser.name,
  group: 'hr-readers',
};

/** While the site has a bad day. */
async function during(effect: FaultEffect, story: () => Promise<void>): Promise<void> {
  site().faults.declare({ id: JSON.stringify(effect), match: { service: 'egress' }, effect });
  await story();
  expect(site().faults.unfired()).toEqual([]);
  site().faults.clear();
}

it('a bad day of the site during the check is told beside it, and nothing typed is lost or stored', () =>
  visit(PANEL, async (app) => {
    const panel = connectPanel(app);
    await panel.field('Connection Name').fill(wish.name);
    await panel.fill(orgAdmin);
    for (const { effect, says } of siteDays) {
      await during(effect, async () => {
        await panel.press('Check credential');
        const told = app.app.getByRole('alert').filter({ hasText: 'The credential could not be checked' });
        await told.filter({ hasText: says }).filter({ hasText: 'Reference:' }).waitFor();
      });
      expect(await panel.field('Connection Name').inputValue()).toBe(wish.name);
      expect(await panel.field('Admin Email').inputValue()).toBe(orgAdmin.email);
      expect(await panel.field('API Token').inputValue()).toBe(orgAdmin.token);
      expect(site().stored()).toEqual({ plain: {}, entities: {}, secrets: [] });
    }
    await panel.press('Check credential');
    await app.app.getByRole('heading', { name: 'The credential was accepted' }).waitFor();
  }));

it('a bad day of the site during a search is told at the picker, which tries again when asked', () =>
  visit(PANEL, async (app) => {
    const panel = connectPanel(app);
    await panel.accept(orgAdmin);
    await panel.field('Connection Name').fill(wish.name);
    const told = app.app.getByRole('alert').filter({ hasText: 'The list could not be loaded' });
    const again = told.getByRole('button', { name: 'Try again' });
    for (const [day, { name, effect, says }] of siteDays.entries()) {
      await during(effect, async () => {
        await panel.picker('Application Admin').click();
        await panel.picker('Application Admin').fill('aeiourns'.charAt(day));
        await told.filter({ hasText: says }).waitFor();
      });
      expect(await panel.field('Connection Name').inputValue()).toBe(wish.name);
      if (name === '429') break;
      await again.click();
      await told.waitFor({ state: 'detached' });
    }
    await told.getByText(/You can try again in \d+ seconds\./).waitFor();
    expect(await again.isDisabled()).toBe(true);
    await panel.choose('Application Admin', plainUser.name, plainUser.name);
  }));

it('a bad day of the site during saving is told above the button, and a second press saves', () =>
  visit(PANEL, async (app) => {
    const panel = connectPanel(app);
    await panel.accept(orgAdmin);
    await panel.wish(wish);
    const before = site().stored();
    for (const { effect, says } of siteDays) {
      await during(effect, async () => {
        await panel.press(CONNECT);
        await app.app
          .getByRole('alert')
          .filter({ hasText: 'Nothing was saved' })
          .filter({ hasText: says })
          .waitFor();
      });
      await panel.expectWish(wish);
      expect(site().stored()).toEqual(before);
    }
    await panel.press(CONNECT);
    await app.app.getByRole('heading', { name: wish.name }).waitFor();
  }));

it.each([
  [401, 'API Token', /Atlassian does not accept this email and token together/],
  [403, 'Admin Email', /Atlassian knows the account, but does not let it in/],
])('%i from the site is told at the field %s, at the check and again at saving', (status, label, says) =>
  visit(PANEL, async (app) => {
    const panel = connectPanel(app);
    await panel.fill(orgAdmin);
    await during({ kind: 'error', status }, async () => {
      await panel.press('Check credential');
      await app.app.getByRole('heading', { name: /The credential was not accepted/ }).waitFor();
      await panel.expectError(label, says);
    });
    expect(await panel.field('API Token').inputValue()).toBe(orgAdmin.token);
    expect(site().stored()).toEqual({ plain: {}, entities: {}, secrets: [] });

    await panel.accept(orgAdmin);
    await panel.wish(wish);
    const before = site().stored();
    await during({ kind: 'error', status }, async () => {
      await panel.press(CONNECT);
      await panel.expectError(label, says);
    });
    expect(site().stored()).toEqual(before);
    expect(await panel.field('Connection Name').inputValue()).toBe(wish.name);
    await panel.accept(orgAdmin);
    await panel.expectWish(wish);
    await panel.press(CONNECT);
    await app.app.getByRole('heading', { name: wish.name }).waitFor();
  }),
);
