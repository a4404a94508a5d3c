import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSimulator, type SimulatorOptions } from '../../../tools/simulator/simulator';
import { forgeApi } from './stage';

/** The little app, asked who is there. */
const start = (options: SimulatorOptions = {}) =>
  createSimulator({
    manifestPath: join(__dirname, 'little-app.yml'),
    code: () => ({
      resolver: async (_argument: unknown, { principal }: { principal?: { accountId: string } }) => {
        const { asUser, route } = forgeApi();
        const answer = await asUser().requestJira(route`/rest/api/3/myself`);
        return { caller: principal?.accountId, status: answer.status };
      },
      onDay: () => 'done',
    }),
    ...options,
  });

it('puts the app on a site that knows its callers, the first of them a Jira administrator', async () => {
  const simulator = start();
  const { site } = simulator;
  const admin = await simulator.invoke('who');
  expect(admin).toMatchObject({ status: 200 });
  const rights = await simulator.fetchProduct({
    product: 'jira',
    restPath: '/rest/api/3/mypermissions?permissions=ADMINISTER',
    fetchRequestInit: {},
  });
  // The little app has not the scope for it: the site itself checks scopes.
  expect(rights.status).not.toBe(200);
  expect(site.calls.map(({ caller }) => caller)).toEqual(['user', 'user']);
  expect(await simulator.runDaily()).toBe('done');
  simulator.close();
});

it('takes callers by their account id', async () => {
  const simulator = start();
  const person = simulator.site.seed.people.at(-1);
  const reply = await simulator.invoke('who', undefined, person?.accountId ?? '');
  expect(reply).toMatchObject({ caller: person?.accountId });
  await expect(simulator.invoke('who', undefined, 'nobody')).rejects.toThrow('There is no person nobody.');
  simulator.close();
});

it('finds the site as it was left after a restart, and the installation is the same', () => {
  const data = mkdtempSync(join(tmpdir(), 'simulator-'));
  const first = start({ data });
  const [group] = first.site.seed.groups;
  const [person] = first.site.seed.people;
  const pair = [group?.id ?? '', person?.accountId ?? ''] as const;
  const was = first.site.directory.isMember(...pair);
  first.site.directory.setMember(...pair, !was);
  first.close();
  const second = start({ data });
  expect(second.site.directory.isMember(...pair)).toBe(!was);
  expect(second.installation.id).toBe(first.installation.id);
  second.close();
  rmSync(data, { recursive: true });
});
