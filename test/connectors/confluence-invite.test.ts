import { confluence } from '../../src/connectors/confluence';
import { confluenceWorld } from './confluence-world';

function start() {
  const world = confluenceWorld();
  return { ...world, target: confluence.open(world.credential, world.installation) };
}

describe('invitations', () => {
  const stranger = 'stranger@elsewhere.example';

  it('make an account without any licence', async () => {
    const { target, site } = start();
    expect(await target.invite(` ${stranger} `)).toBe('invited');
    const made = site.directory.people().find(({ email }) => email === stranger);
    expect(made && site.directory.groupsOf(made.accountId)).toEqual([]);
  });

  it('are sent to nobody who is here, seen or hidden', async () => {
    const { target, site } = start();
    expect(await target.invite('lena@acme.example')).toBe('already');
    expect(site.calls.filter(({ method }) => method === 'POST')).toEqual([]);
    expect(await target.invite('hank@acme.example')).toBe('already');
  });

  it('are refused for somebody who is suspended, with the cause', async () => {
    const { target } = start();
    await expect(target.invite('sue@acme.example')).rejects.toMatchObject({
      code: 'target-refused',
      message: expect.stringContaining('suspended') as string,
    });
  });

  it('are not repeated after a lost answer', async () => {
    const { target, faults } = start();
    const match = { operation: 'POST /rest/api/3/user', phase: 'after', attempt: 1 } as const;
    faults.declare({ id: 'lost', match, effect: { kind: 'lose-response' } });
    expect(await target.invite(stranger)).toBe('invited');
    expect(faults.unfired()).toEqual([]);
    expect(await target.invite(stranger)).toBe('already');
  });

  it('wait for the account to be seen, and do not claim one that is not', async () => {
    const { target, site } = start();
    site.conditions.lagMs.person = 4_000;
    expect(await target.invite(stranger)).toBe('invited');
    site.conditions.lagMs.person = 60_000;
    await expect(target.invite('other@elsewhere.example')).rejects.toMatchObject({ code: 'unverified' });
  });
});
