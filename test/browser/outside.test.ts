import { adminPage } from './admin-page';
import { connectionNamed } from './seeds';

const { site, visit } = adminPage();

it('shows the avatars of people, which stand in for those of Atlassian', async () => {
  await connectionNamed(site(), 'Corporate Confluence');
  await visit({}, async (app) => {
    const avatar = app.app.getByRole('table').locator('img').first();
    await avatar.waitFor();
    expect(await avatar.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth)).toBe(
      48,
    );
  });
});

it('fails a test whose page asked for anything else outside this machine, even where the policy lets it', async () => {
  const elsewhere = 'https://avatar-management--avatars.us-west-2.prod.public.atl-paas.net/elsewhere.png';
  const visited = visit({}, async (app) => {
    const frame = await app.appFrame();
    await frame.evaluate((src) => {
      const image = Object.assign(new Image(), { src });
      return new Promise((resolve) => (image.onerror = resolve));
    }, elsewhere);
  });
  await expect(visited).rejects.toThrow(`outside this machine: ${elsewhere}`);
});

it('fails a test whose page complained', async () => {
  const visited = visit({}, async (app) => {
    await app.page.evaluate(`console.error('Something is wrong here.')`);
  });
  await expect(visited).rejects.toThrow('Something is wrong here.');
});
