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

describe('an answer that tells nothing', () => {
  const lost = { kind: 'lose-response' } as const;
  const conflict = { kind: 'error', status: 409 } as const;
  const match = { operation: 'DELETE /rest/api/3/group/user' };

  it.each([
    ['was lost', lost],
    ['was a conflict', conflict],
  ])('is asked for once more, as no list can tell: it %s', async (_how, effect) => {
    const { set, lag, revoke, faults, isMember } = start();
    lag();
    set(true);
    faults.declare({ id: 'once', match: { ...match, attempt: 1 }, effect });
    expect(await revoke()).toBe('revoked');
    expect(isMember()).toBe(false);
    expect(faults.unfired()).toEqual([]);
  });

  it.each([
    ['was lost', lost, 'target-unavailable'],
    ['was a conflict', conflict, 'conflict'],
  ])('is never called done by lists that show nobody: it %s again and again', async (_how, effect, code) => {
    const { set, lag, revoke, faults } = start();
    lag();
    set(true);
    faults.declare({ id: 'always', match, effect });
    await expect(revoke()).rejects.toMatchObject({ code, retryable: true });
  });

  it('is not pressed for when the site asks to wait', async () => {
    const { set, revoke, faults, site } = start();
    set(true);
    const effect = { kind: 'error', status: 429, headers: { 'retry-after': '30' } } as const;
    faults.declare({ id: 'busy', match, effect });
    await expect(revoke()).rejects.toMatchObject({ code: 'target-unavailable', retryAfterSeconds: 30 });
    expect(site.calls.filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});

it('changes nothing in a group that is gone, and says that there is nothing to take', async () => {
  const { site, revoke } = start();
  site.directory.removeGroup('marketing');
  expect(await revoke()).toBe('already');
  const writes = site.calls.filter(({ method }) => method !== 'GET');
  expect(writes.filter(({ status }) => status !== 404)).toEqual([]);
});

it('learns nothing about members from a group that is gone', async () => {
  const { site, revoke, target, set } = start('200');
  set(true);
  const coffee = { ...marketing, resource: { ...marketing.resource, id: 'coffee' } };
  site.directory.removeGroup('coffee');
  expect(await target.revoke(lena, coffee)).toBe('already');
  expect(await revoke()).toBe('revoked');
  expect(await revoke()).toBe('already');
});
