import { confluence } from '../../src/connectors/confluence';
import type { Entitlement, Principal } from '../../src/domain/access';
import { variantTable } from '../../tools/simulator/atlassian/variants';
import { confluenceWorld, idOf } from './confluence-world';

type Answer = (typeof variantTable.jiraRemoveNonMember)[number];
const lena: Principal = { id: idOf('lena'), name: 'Lena' };
const marketing: Entitlement = {
  resource: { kind: 'confluence-group', id: 'marketing', name: 'Marketing' },
  role: 'member',
};
const LAG_MS = 30_000;

function start(jiraRemoveNonMember: Answer = '400') {
  const world = confluenceWorld({ variants: { jiraRemoveNonMember } });
  const target = confluence.open(world.credential, world.installation);
  const set = (member: boolean) => world.site.directory.setMember('marketing', lena.id, member);
  const isMember = () => world.site.directory.isMember('marketing', lena.id);
  const lag = () => {
    world.site.conditions.lagMs.membership = LAG_MS;
  };
  return { ...world, target, set, isMember, lag, revoke: () => target.revoke(lena, marketing) };
}

describe.each(variantTable.jiraRemoveNonMember)(
  'a site that answers %s for somebody who is no member',
  (answer) => {
    it('takes out who was added so shortly before that no list shows it yet', async () => {
      const { set, lag, revoke, isMember, clock } = start(answer);
      lag();
      set(true);
      expect(await revoke()).toBe(answer === '200' ? 'already' : 'revoked');
      expect(isMember()).toBe(false);
      expect(await revoke()).toBe('already');
      clock.elapse(2 * LAG_MS);
      expect(await revoke()).toBe('already');
      expect(isMember()).toBe(false);
    });

    it('says that it is to be tried again while lists still show who has left, and then that it is done', async () => {
      const { set, lag, revoke, clock } = start(answer);
      set(true);
      lag();
      await expect(revoke()).rejects.toMatchObject({ retryable: true });
      await expect(revoke()).rejects.toMatchObject({ retryable: true });
      clock.elapse(LAG_MS);
      expect(await revoke()).toBe('already');
    });
  },
);

it.each([
  ['was lost', { kind: 'lose-response' as const }, 'target-unavailable'],
  ['was a conflict', { kind: 'error' as const, status: 409 }, 'conflict'],
])('does not call it done by lists that show nobody, when the answer %s', async (_how, effect, code) => {
  const { set, lag, revoke, faults, isMember } = start();
  lag();
  set(true);
  const match = { operation: 'DELETE /rest/api/3/group/user', attempt: 1 };
  faults.declare({ id: 'once', match, effect });
  await expect(revoke()).rejects.toMatchObject({ code });
  await revoke();
  expect(isMember()).toBe(false);
});

it('takes nobody out of a group that is gone', async () => {
  const { site, revoke } = start();
  site.directory.removeGroup('marketing');
  expect(await revoke()).toBe('already');
  expect(site.calls.filter(({ method }) => method !== 'GET')).toEqual([]);
});
