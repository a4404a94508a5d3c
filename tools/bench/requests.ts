import type { InvocationRecord } from '../simulator/forge/platform';
import { govern } from '../../test/journeys/stage';
import { acme } from '../simulator/atlassian/worlds/acme';

/** What one step of a request uses, over all runs that it took. */
export interface RequestUse {
  readonly name: string;
  /** Calls about people and groups, with the connection's token or as the app. */
  readonly directory: number;
  /** Calls about the ticket: Jira and the service desk. */
  readonly desk: number;
  readonly reads: number;
  /** Requests that write: a transaction counts once, like a batch. */
  readonly writes: number;
}

type Stage = Awaited<ReturnType<typeof govern>>;

const HOUR_MS = 3_600_000;
const SOON_MS = 30_000;
/** Longer than anything is remembered of the site and its groups. */
const ALL_FORGOTTEN_MS = 11 * 60_000;

/** A verified grant of one group, its end, and what a repeated delivery costs afterwards. */
export async function countRequestSteps(): Promise<readonly RequestUse[]> {
  const stage = await govern();
  try {
    const uses: RequestUse[] = [];
    const measured = async (name: string, work: () => Promise<unknown>) => {
      const from = stage.forge.invocations().length;
      await work();
      uses.push(useOf(name, workOf(stage, from)));
    };
    const first = await stage.ask({ by: acme.people.plainUser.accountId });
    await stage.advance(ALL_FORGOTTEN_MS);
    await measured('grant, nothing remembered', () => stage.approve(first));
    const issueId = await stage.ask();
    await measured('grant', () => stage.approve(issueId));
    await stage.advance(8 * HOUR_MS - 60_000);
    await measured('withdrawal', () => stage.advance(2 * 60_000));
    await measured('redelivery of a finished request', async () => {
      const payload = { issue: { id: issueId } };
      const event = { name: 'avi:jira:updated:issue', at: stage.clock.time(), byApp: false, payload };
      stage.forge.tellEvent(stage.installation, event);
      await stage.advance(SOON_MS);
    });
    return uses;
  } finally {
    stage.close();
  }
}

/** The runs of the queue since then that did anything for this, sweeps left out. */
const workOf = ({ forge }: Stage, from: number): readonly InvocationRecord[] =>
  forge
    .invocations()
    .slice(from)
    .filter((run) => run.function === 'on-work');

function useOf(name: string, runs: readonly InvocationRecord[]): RequestUse {
  if (runs.length === 0) throw new Error(`Nothing ran for: ${name}.`);
  const calls = runs.flatMap(({ siteCalls }) => siteCalls);
  const onSite = calls.filter(({ service }) => service === 'egress' || service === 'jira');
  const directory = onSite.filter(
    ({ service, operation }) => service === 'egress' || ABOUT_PEOPLE.test(operation),
  );
  return {
    name,
    directory: directory.length,
    desk: onSite.length - directory.length,
    reads: sum(runs.map(({ storage }) => storage.reads)),
    writes: sum(runs.map(({ storage }) => storage.writes)),
  };
}

const ABOUT_PEOPLE = / \/rest\/api\/3\/(?:user|users|group|groups)\b/;
const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
