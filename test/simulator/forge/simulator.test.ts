import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VirtualClock } from '../../../tools/simulator/clock';
import { acme } from '../../../tools/simulator/atlassian/worlds/acme';
import { createSimulator, type SimulatorOptions } from '../../../tools/simulator/simulator';
import { push, silent } from './busy-stage';
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

it('what happens on the site reaches the app’s triggers, and its queues, as the clock moves', async () => {
  const seen: unknown[] = [];
  const simulator = createSimulator({
    manifestPath: join(__dirname, 'busy-app.yml'),
    code: () => ({
      ...silent,
      onIssue: async (event: { issue: { id: string }; eventType: string; selfGenerated: boolean }) => {
        seen.push([event.eventType, event.selfGenerated]);
        await push({ body: { key: event.issue.id }, delayInSeconds: 60 });
      },
      work: ({ body }: { body: { key: string } }) => void seen.push(body.key),
      onFive: () => void seen.push('schedule'),
    }),
  });
  const { plainUser: person } = acme.people;
  const issue = simulator.site.work.raise({
    by: person.accountId,
    requestTypeId: acme.desk.requestTypes.getItHelp.id,
  });
  await simulator.settle();
  expect(seen).toEqual([]);
  await simulator.advance(2_000);
  const created = ['avi:jira:created:issue', false];
  expect(seen).toEqual([created]);
  await simulator.advance(60_000);
  expect(seen).toEqual([created, issue.id]);
  await simulator.runSchedule('often');
  expect(seen).toEqual([created, issue.id, 'schedule']);
  simulator.close();
});

it('knows the app’s own changes from those of other apps', async () => {
  const seen: unknown[] = [];
  const simulator = createSimulator({
    manifestPath: join(__dirname, 'paid-app.yml'),
    code: () => ({
      onFive: () => undefined,
      onIssue: (event: { selfGenerated: boolean }) => void seen.push(event.selfGenerated),
    }),
  });
  const { site, forge, installation } = simulator;
  for (const by of [site.seed.appAccountId, 'another-app'])
    forge.tellEvent(installation, { name: 'avi:jira:updated:issue', at: 0, by, byApp: true, payload: {} });
  await simulator.advance(2_000);
  expect(seen).toEqual([true, false]);
  simulator.close();
});

it('with a flowing clock everything happens by itself, also while something else is still running', async () => {
  let first: () => void = () => undefined;
  const second = new Promise<void>((done) => (first = done));
  let told: () => void = () => undefined;
  const finished = new Promise<void>((done) => (told = done));
  const simulator = createSimulator({
    clock: new VirtualClock({ flowing: true }),
    manifestPath: join(__dirname, 'busy-app.yml'),
    code: () => ({
      ...silent,
      resolver: () => push([{ body: { key: 'waits' } }, { body: { key: 'comes' }, delayInSeconds: 0.5 }]),
      work: async ({ body }: { body: { key: string } }) => {
        if (body.key === 'waits') await second;
        if (body.key === 'waits') told();
        else first();
      },
    }),
  });
  await simulator.invoke('act');
  await finished;
  simulator.close();
});
