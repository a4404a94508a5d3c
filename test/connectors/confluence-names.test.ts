import { confluence } from '../../src/connectors/confluence';
import type { Entitlement } from '../../src/domain/access';
import { confusablesOf, hostileNames, naughty } from '../journeys/hostile-names';
import { confluenceWorld, idOf } from './confluence-world';

jest.setTimeout(60_000);

const lena = { id: idOf('lena'), name: 'Lena' };
const marketing: Entitlement = {
  resource: { kind: 'confluence-group', id: 'marketing', name: 'Marketing' },
  role: 'member',
};

function start() {
  const world = confluenceWorld();
  const { directory, calls } = world.site;
  return {
    target: confluence.open(world.credential, world.installation),
    call: (name: string) => directory.setGroup('marketing', { name }),
    takeBack: () => directory.setMember('marketing', lena.id, false),
    isIn: () => directory.isMember('marketing', lena.id),
    writes: () => calls.filter(({ method }) => method !== 'GET'),
  };
}

it('a harmless group is given and taken back by its id, whatever it is called, naughty or confusable', async () => {
  const { target, call, isIn } = start();
  const names = hostileNames('Marketing');
  expect(naughty.length).toBeGreaterThanOrEqual(485);
  expect(names).toEqual(expect.arrayContaining([...naughty]));
  for (const name of names) {
    call(name);
    await target.mustBeGivable(marketing);
    expect([name, await target.grant(lena, marketing), isIn()]).toEqual([name, 'granted', true]);
    expect([name, await target.revoke(lena, marketing), isIn()]).toEqual([name, 'revoked', false]);
  }
});

/** By their names, and whether a rule that names the very group may give it all the same. */
const closed = [
  ['org-admins', false],
  ['site-admins', false],
  ['atlassian-addons', false],
  ['atlassian-addons-admin', false],
  ['administrators', true],
  ['system-administrators', true],
  ['jira-administrators', true],
  ['confluence-administrators', true],
  ['confluence-admins-acme', true],
  ['jira-user-access-admins', false],
] as const;

it.each(closed)(
  'a group that passes for %s on a screen is neither given nor taken, and nothing is written for it',
  async (name, givenWhenNamed) => {
    const { target, call, writes } = start();
    const names = [name, ...confusablesOf(name)];
    expect(names.length).toBeGreaterThan(60);
    const refusal = { code: 'target-refused', reason: 'group-protected' };
    for (const each of names) {
      call(each);
      await expect(target.mustBeGivable(marketing)).rejects.toMatchObject(refusal);
      await expect(target.look(lena, marketing)).rejects.toMatchObject(refusal);
      await expect(target.grant(lena, marketing)).rejects.toMatchObject(refusal);
      const named = target.mustBeGivable(marketing, { named: true });
      if (givenWhenNamed) await named;
      else await expect(named).rejects.toMatchObject(refusal);
    }
    expect(writes()).toEqual([]);
  },
);
