import { createRequire } from 'node:module';
import type { Queue } from '@forge/events';
import type { Work } from '../../src/app/governance-ports';
import type { Performed } from '../../src/app/perform';
import type { Ports } from '../../src/app/ports';
import { watchEnds } from '../../src/app/watch-ends';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { inApp } from './in-app';

const load = createRequire(__filename);
const forge = <T>(name: string) => load(`../../src/forge/${name}`) as T;

/** What says where to look. Heartbeats are the app's own. */
export type Looking = Exclude<Work, { kind: 'ends' }>;

/** The app's triggers, consumer and schedules over the local platform; what the work is, a test says. */
export function hearing() {
  const performed: Looking[] = [];
  const plan: { perform: (work: Looking, ports: Ports) => Promise<Performed> } = {
    perform: async () => 'done',
  };
  const perform = (ports: Ports) => async (work: Work) => {
    if (work.kind === 'ends') return watchEnds(ports)(work);
    performed.push(work);
    return plan.perform(work, ports);
  };
  const app = inApp({
    handlers: () => {
      const { portsFor } = forge<typeof import('../../src/forge/ports')>('ports');
      const schedule = forge<typeof import('../../src/forge/schedule')>('schedule');
      return {
        onIssue: forge<typeof import('../../src/forge/triggers')>('triggers').createOnIssue(portsFor),
        onWork: forge<typeof import('../../src/forge/work')>('work').createOnWork(portsFor, perform),
        onFiveMinutes: schedule.createOnFiveMinutes(portsFor),
        onHour: schedule.createOnHour(portsFor),
        onDay: schedule.createOnDay(portsFor),
      };
    },
  });
  const raise = () =>
    app.site.work.raise({
      by: acme.people.plainUser.accountId,
      requestTypeId: acme.desk.requestTypes.groupMembership.id,
    });
  /** Puts a body into the queue that no version of this app ever wrote. */
  const pushRaw = (body: Record<string, unknown>) =>
    app.run(async () => {
      const events = load('@forge/events') as { Queue: typeof Queue };
      await new events.Queue({ key: 'work' }).push({ body });
    });
  const push = (work: readonly Work[], after?: number) => app.run(({ queue }) => queue.push(work, after));
  return { ...app, performed, plan, raise, push, pushRaw };
}
