import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { credentialOf, valueOf } from '../start';
import { adminPage } from './admin-page';
import { desked, HOUR } from './requests';

const { site, visit, addressOf } = adminPage();
const { people, groups } = acme;
const isIn = () => site().site.directory.isMember(groups.hrReaders, people.contractor.accountId);

async function replaceToken(id: string): Promise<void> {
  const values = credentialOf(people.orgAdminByRole);
  const asked = { connector: 'confluence', connection: id, values };
  const { draft = '' } = valueOf(await site().call('credential.check', asked));
  const { version } = valueOf(await site().call('connection.read', { id }));
  valueOf(await site().call('connection.rotate', { id, version, draft, values: {} }));
}

it('an administrator finds a request by its ticket, gives its access a later end, and takes it back', async () => {
  const { given, read } = await desked(site());
  const issueId = await given();
  const { key } = await read(issueId);
  const end = new Date(site().clock.time() + 20 * HOUR).toISOString().slice(0, 16);
  await visit({ route: '/requests' }, async (app) => {
    await app.app.getByLabel('Ticket', { exact: true }).fill(key.toLowerCase());
    await app.page.waitForURL(addressOf({ route: `/requests?key=${key.toLowerCase()}` }));
    await app.app.getByRole('link', { name: key, exact: true }).click();
    await app.app.getByRole('button', { name: /^Change end/ }).click();
    await app.app.getByLabel('New end').fill(end);
    await app.app.getByText(/^Then: .* That is 12 hours.* later/).waitFor();
    await app.app.getByRole('button', { name: 'Save the new end' }).click();
    await app.app.getByText(/now lasts until/).waitFor();

    await site().advance(9 * HOUR);
    expect(isIn()).toBe(true);
    await app.app.getByRole('button', { name: /^Withdraw now/ }).click();
    await app.app.getByRole('dialog').getByRole('button', { name: 'Withdraw now' }).click();
    await app.app.getByText('Taken back', { exact: true }).waitFor();
    await app.app.getByText('Taken back, and seen: the person is not in hr-readers any more').waitFor();
  });
  expect(isIn()).toBe(false);
});

it('a request that comes on is seen to come on by whoever has it open', async () => {
  const { ask, answer } = await desked(site());
  const issueId = await ask();
  await visit({ route: `/requests/${issueId}` }, async (app) => {
    await app.app.getByText('Pending. Asked:').waitFor();
    await answer(issueId, 'approved');
    await app.app.getByText('Fulfilled', { exact: true }).waitFor({ timeout: 60_000 });
    await app.app.getByText('Given, and seen: the person is in hr-readers').waitFor();
  });
});

it('what a broken token has blocked is given when the token is replaced and the administrator retries', async () => {
  const { connection, ask, answer } = await desked(site());
  site().revokeTokensOf(people.orgAdmin.accountId);
  const issueId = await ask();
  await answer(issueId, 'approved');
  expect(isIn()).toBe(false);
  await visit({ route: `/requests/${issueId}` }, async (app) => {
    await app.app.getByText('Blocked', { exact: true }).waitFor();
    await replaceToken(connection.id);
    await app.app.getByRole('button', { name: /^Retry/ }).click();
    await app.app.getByText('Active', { exact: true }).waitFor();
  });
  expect(isIn()).toBe(true);
});

it('a connection is not disconnected while people hold access through it, and the way to them is shown', async () => {
  const { connection, given, read } = await desked(site());
  const { key } = await read(await given());
  await visit({ route: `/connections/${connection.id}` }, async (app) => {
    await app.app.getByRole('button', { name: 'Disconnect' }).click();
    const dialog = app.app.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Disconnect', exact: true }).click();
    await dialog.getByText(/People still hold access/).waitFor();
    await dialog.getByRole('link', { name: 'See who was given access' }).click();
    await app.app.getByRole('link', { name: key, exact: true }).waitFor();
  });
});
