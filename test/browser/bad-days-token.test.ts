import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { kept } from '../canary/haystacks';
import { leaks, needlesOf } from '../canary/needles';
import { adminPage } from './admin-page';
import { connectPanel } from './connect-panel';
import { witness } from './witness';

const { site, visit } = adminPage();
const { orgAdmin, plainUser } = acme.people;
const PANEL = { route: '/connections/new/confluence' };
const CONNECT = 'Connect Atlassian Confluence';
const needles = needlesOf(orgAdmin);
const wish = {
  name: 'Corporate Confluence',
  expiry: '2027-03-31',
  admin: plainUser.name,
  group: 'hr-readers',
};

const callIn = (body: string): string => /"functionKey":"([^"]+)"/.exec(body)?.[1] ?? 'another request';

it('once accepted, the token is nowhere in the browser again: only the check has carried it', () =>
  visit(PANEL, async (app) => {
    const panel = connectPanel(app);
    const { bodies, seen } = witness(app);
    await panel.accept(orgAdmin);
    expect(leaks(needles, await seen())).toEqual([]);

    await panel.wish(wish);
    await app.page.reload();
    await panel.expectWish(wish);
    await panel.press(CONNECT);
    await app.app.getByRole('heading', { name: wish.name }).waitFor();
    await app.app.getByRole('button', { name: 'Test now' }).click();
    await app.app
      .getByRole('list', { name: /History/ })
      .getByText('Connected')
      .waitFor();

    expect(leaks(needles, [...(await seen()), ...kept(site())])).toEqual([]);
    const carriers = bodies.filter((body) => needles.some((needle) => body.includes(needle)));
    expect(carriers.map(callIn)).toEqual(['credential.check']);
  }));

it.each([
  ['page', (token: string) => document.body.append(token)],
  ['field', (token: string) => Object.assign(document.querySelector('input') ?? {}, { value: token })],
  ['browser storage', (token: string) => sessionStorage.setItem('planted', token)],
  ['console', (token: string) => console.log(token)],
  [
    'address',
    (token: string) => fetch(`./connections.svg?${encodeURIComponent(token)}`).then(() => undefined),
  ],
])('the search finds a token that was planted: in a %s', (where, plant) =>
  visit(PANEL, async (app) => {
    await connectPanel(app).field('API Token').waitFor();
    const { seen } = witness(app);
    await (await app.appFrame()).evaluate(plant, orgAdmin.token);
    expect(leaks(needles, await seen())).toContain(where);
  }),
);

it('a reload before the check keeps what was typed, and the token has to be typed again', () =>
  visit(PANEL, async (app) => {
    const panel = connectPanel(app);
    const { seen } = witness(app);
    await panel.field('Connection Name').fill(wish.name);
    await panel.fill(orgAdmin);
    await app.page.reload();
    await panel.field('Connection Name').waitFor();
    expect(await panel.field('Connection Name').inputValue()).toBe(wish.name);
    expect(await panel.field('Admin Email').inputValue()).toBe(orgAdmin.email);
    expect(await panel.field('API Token').inputValue()).toBe('');
    expect(leaks(needles, await seen())).toEqual([]);
  }));

it('a reload in the middle keeps what was typed and the accepted credential, and it can be saved', () =>
  visit(PANEL, async (app) => {
    const panel = connectPanel(app);
    await panel.accept(orgAdmin);
    await panel.wish(wish);
    await app.page.reload();
    await app.app.getByText(`Token accepted for ${orgAdmin.name}`).waitFor();
    await panel.expectWish(wish);
    await panel.press(CONNECT);
    await app.app.getByRole('heading', { name: wish.name }).waitFor();
    expect(site().stored().secrets).toHaveLength(1);
    // What was remembered has served its purpose.
    expect(await (await app.appFrame()).evaluate('sessionStorage.length')).toBe(0);
  }));

it.each([
  ['saving', (panel: ReturnType<typeof connectPanel>) => panel.press(CONNECT)],
  [
    'searching',
    async (panel: ReturnType<typeof connectPanel>) => {
      await panel.picker('Application Admin').click();
      await panel.picker('Application Admin').fill('zoe');
    },
  ],
])('a credential that waited too long is asked for again when %s, and the rest stays', (_when, act) =>
  visit(PANEL, async (app) => {
    const panel = connectPanel(app);
    await panel.accept(orgAdmin);
    await panel.wish(wish);
    site().clock.elapse(31 * 60_000);
    await act(panel);
    await panel.expectError('API Token', /Enter the token and check it again/);
    expect(await panel.field('API Token').inputValue()).toBe('');
    expect(await panel.field('Admin Email').inputValue()).toBe(orgAdmin.email);
    expect(Object.keys(site().stored().plain).filter((key) => key.startsWith('connection#'))).toEqual([]);

    await panel.accept(orgAdmin);
    await panel.expectWish(wish);
    await panel.press(CONNECT);
    await app.app.getByRole('heading', { name: wish.name }).waitFor();
  }),
);
