import { confluence } from '../../src/connectors/confluence';
import { idOf } from './confluence-directory';
import { confluenceWorld } from './confluence-world';

function start() {
  const world = confluenceWorld();
  const { directory } = world.site;
  const made = (address: string) => directory.people().find(({ email }) => email === address);
  const sent = () => world.site.calls.filter(({ method }) => method === 'POST').length;
  return { ...world, target: confluence.open(world.credential, world.installation), made, sent };
}

describe('invitations', () => {
  const stranger = 'stranger@elsewhere.example';
  const lose = { match: { operation: 'POST /rest/api/3/user', phase: 'after', attempt: 1 } } as const;

  it('make an account without any licence, and say which', async () => {
    const { target, site, made } = start();
    const { outcome, accountId = '' } = await target.invite(` ${stranger} `);
    expect({ outcome, accountId }).toEqual({ outcome: 'invited', accountId: made(stranger)?.accountId });
    expect(site.directory.groupsOf(accountId)).toEqual([]);
  });

  it('are sent to nobody who is here, seen or hidden', async () => {
    const { target, sent } = start();
    expect(await target.invite('lena@acme.example')).toEqual({ outcome: 'already', accountId: idOf('lena') });
    expect(sent()).toBe(0);
    expect(await target.invite('hank@acme.example')).toEqual({ outcome: 'already', accountId: idOf('hank') });
  });

  it('name nobody for somebody who is suspended, or whose account has no Jira and hides its address', async () => {
    const { target } = start();
    expect(await target.invite('sue@acme.example')).toEqual({ outcome: 'already' });
    await target.invite(stranger);
    expect(await target.invite(stranger)).toEqual({ outcome: 'already' });
  });

  it('name the account of somebody without Jira who shows the address', async () => {
    const { target, site, made } = start();
    await target.invite(stranger);
    const accountId = made(stranger)?.accountId ?? '';
    site.directory.setPerson(accountId, { emailVisible: true });
    expect(await target.invite(stranger)).toEqual({ outcome: 'already', accountId });
  });

  it('take nobody for the one who calls themselves so', async () => {
    const { target, site, faults } = start();
    site.directory.setPerson(idOf('hank'), { displayName: `${stranger} Hank` });
    faults.declare({ id: 'lost', ...lose, effect: { kind: 'lose-response' } });
    expect(await target.invite(stranger)).toEqual({ outcome: 'already' });
    expect(faults.unfired()).toEqual([]);
  });

  it('are asked for again after a lost answer, and name whoever has Jira', async () => {
    const { target, faults, made, sent } = start();
    faults.declare({ id: 'lost', ...lose, effect: { kind: 'lose-response' } });
    expect(await target.invite('hank@acme.example')).toEqual({ outcome: 'already', accountId: idOf('hank') });
    expect(sent()).toBe(2);
    faults.clear();
    faults.declare({ id: 'lost again', ...lose, effect: { kind: 'lose-response' } });
    expect(await target.invite(stranger)).toEqual({ outcome: 'already' });
    expect(made(stranger)).toBeDefined();
  });

  it('are not pressed upon a site that asks to wait', async () => {
    const { target, faults, sent } = start();
    faults.declare({
      id: 'busy',
      match: { operation: 'POST /rest/api/3/user' },
      effect: { kind: 'error', status: 429, headers: { 'retry-after': '20' } },
    });
    await expect(target.invite(stranger)).rejects.toMatchObject({ retryAfterSeconds: 20 });
    expect(sent()).toBe(0);
    expect(faults.list()).toEqual([{ id: 'busy', seen: 1, fired: 1 }]);
  });

  it('name the account at once, and whether it shows by now is another question', async () => {
    const { target, site } = start();
    site.conditions.lagMs.person = 4_000;
    const { accountId: soon = '' } = await target.invite(stranger);
    expect(await target.isSeen(soon)).toBe(true);
    site.conditions.lagMs.person = 60_000;
    const { accountId: later = '' } = await target.invite('other@elsewhere.example');
    expect(later).not.toBe('');
    expect(await target.isSeen(later)).toBe(false);
  });
});
