import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { valueOf } from '../start';
import { govern, HOUR, type Stage } from './stage';

const { groups, people } = acme;
const MINUTE = 60_000;
/** Longer than anything is remembered that decides about access. */
const LONG = 50 * MINUTE;

/** What the rounds since then asked about people and groups. */
const askedByRounds = ({ forge }: Stage, from: number) =>
  forge
    .invocations()
    .slice(from)
    .filter(({ function: name }) => name === 'on-five-minutes')
    .flatMap(({ siteCalls }) => siteCalls)
    .filter(({ service }) => service === 'egress');

describe('what changes go by is read ahead', () => {
  it('while somebody is asked, and while access is about to end, and at no other time', async () => {
    const stage = await govern();
    const rounds = async (ms: number) => {
      const from = stage.forge.invocations().length;
      await stage.advance(ms);
      return askedByRounds(stage, from).length;
    };
    expect(await rounds(HOUR)).toBe(0);
    const id = await stage.ask();
    expect(await rounds(10 * MINUTE)).toBe(2 * 4);
    await stage.approve(id);
    expect(await rounds(7 * HOUR)).toBe(0);
    expect(await rounds(2 * HOUR)).toBe(2 * 4);
    expect(stage.isIn(groups.hrReaders)).toBe(false);
    expect(await rounds(HOUR)).toBe(0);
    stage.close();
  });

  it.each([
    ['has got the name of a group of administrators', { name: 'org-admins' }, 'group-protected'],
    ['is managed by an identity provider', { managedBy: 'EXTERNAL' }, 'group-external'],
  ] as const)('and a group that %s since then is given to nobody', async (_how, change, code) => {
    const stage = await govern();
    const id = await stage.ask();
    await stage.advance(LONG);
    stage.site.directory.setGroup(groups.hrReaders, change);
    await stage.approve(id);
    expect(stage.isIn(groups.hrReaders)).toBe(false);
    expect(await stage.view(id)).toMatchObject({ grants: [{ problem: { code } }] });
    stage.close();
  });

  it('and a group that was made one of administrators is known for it by the next round', async () => {
    const stage = await govern();
    const id = await stage.ask();
    await stage.advance(LONG);
    stage.site.directory.setGroup(groups.hrReaders, { roles: [{ resource: 'confluence', role: 'admin' }] });
    await stage.advance(5 * MINUTE);
    await stage.approve(id);
    expect(stage.isIn(groups.hrReaders)).toBe(false);
    expect(await stage.view(id)).toMatchObject({ grants: [{ problem: { code: 'group-protected' } }] });
    stage.close();
  });

  it('but nothing hangs on it: with the round stopped, access is given and taken as ever', async () => {
    const stage = await govern();
    stage.forge.stoppedSchedules.add('five-minutes');
    const id = await stage.ask();
    await stage.advance(LONG);
    await stage.approve(id);
    expect(stage.isIn(groups.hrReaders)).toBe(true);
    await stage.advance(8 * HOUR);
    expect(stage.isIn(groups.hrReaders)).toBe(false);
    stage.close();
  });

  it('and a refused token is seen by it, before anybody has answered', async () => {
    const stage = await govern();
    await stage.ask();
    await stage.advance(LONG);
    stage.revokeTokensOf(people.orgAdmin.accountId);
    await stage.advance(5 * MINUTE);
    expect(valueOf(await stage.call('connection.list'))).toMatchObject([{ health: { state: 'broken' } }]);
    stage.close();
  });
});
