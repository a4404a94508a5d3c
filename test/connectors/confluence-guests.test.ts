import { confluence } from '../../src/connectors/confluence';
import { variantTable } from '../../tools/simulator/atlassian/variants';
import { confluenceWorld, idOf } from './confluence-world';

const bob = { id: idOf('bob'), name: 'Bob' };
const member = (id: string) => ({ resource: { kind: 'confluence-group', id, name: id }, role: 'member' });

it.each(variantTable.guestGroupsAsUser)(
  'gives the guests’ group, which brings no licence (listed among those that open Confluence: %s)',
  async (guestGroupsAsUser) => {
    const { credential, installation, site } = confluenceWorld({ variants: { guestGroupsAsUser } });
    const target = confluence.open(credential, installation);
    expect(await target.grant(bob, member('guests'))).toBe('granted');
    expect(await target.grant(bob, member('guests'))).toBe('already');
    expect(site.directory.isMember('guests', bob.id)).toBe(true);
  },
);

it('says that nothing was sent when somebody in the group has no licence', async () => {
  const { credential, installation, site } = confluenceWorld({
    variants: { jiraAddConfluenceFull: '201-without-access' },
  });
  site.directory.setSeats('confluence', site.directory.seatsTaken('confluence'));
  const target = confluence.open(credential, installation);
  const giving = () => target.grant(bob, member('marketing'));
  await expect(giving()).rejects.toMatchObject({ message: expect.stringContaining('accepted') as string });
  const writes = site.calls.filter(({ method }) => method !== 'GET').length;
  await expect(giving()).rejects.toMatchObject({
    code: 'unverified',
    retryable: true,
    message: expect.stringContaining('nothing was sent') as string,
  });
  expect(site.calls.filter(({ method }) => method !== 'GET')).toHaveLength(writes);
});
