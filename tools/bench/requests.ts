import type { InvocationRecord } from '../simulator/forge/platform';
import { aPolicy } from '../../test/journeys/rules';
import { approver, govern } from '../../test/journeys/stage';
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

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const SOON_MS = 30_000;
/** Longer than anything is remembered that other requests may have read. */
const ALL_FORGOTTEN_MS = 53 * MINUTE_MS;
const ROUND = 'on-five-minutes';

/**
 * A verified grant of one group and its end, each alone on a site where nothing else has happened for most of an hour
 * but the app's own rounds, which are counted as well; and the same with the rounds stopped. Then one among others, and
 * what a repeated delivery costs.
 */
export async function countRequestSteps(): Promise<readonly RequestUse[]> {
  return [...(await countSteps()), ...(await countGroupsApproval())];
}

async function countSteps(): Promise<readonly RequestUse[]> {
  const stage = await govern();
  try {
    const uses: RequestUse[] = [];
    const measured = async (name: string, work: () => Promise<unknown>, of = 'on-work') => {
      const from = stage.forge.invocations().length;
      await work();
      uses.push(useOf(name, runsOf(stage, from, of)));
    };
    const askAlone = async (by?: string) => {
      const issueId = await stage.ask(by === undefined ? {} : { by });
      await stage.advance(ALL_FORGOTTEN_MS);
      return issueId;
    };
    const ends = () => stage.advance(2 * MINUTE_MS);
    const almostOver = () => stage.advance(8 * HOUR_MS - MINUTE_MS);

    const first = await askAlone();
    await measured('grant', () => stage.approve(first));
    await almostOver();
    await measured('first withdrawal through a connection', ends);
    await stage.advance(DAY_MS);

    const issueId = await askAlone();
    await measured('a round while somebody is asked', () => stage.advance(5 * MINUTE_MS), ROUND);
    await stage.approve(issueId);
    await almostOver();
    await measured('withdrawal', ends);
    await measured('redelivery of a finished request', async () => {
      const payload = { issue: { id: issueId } };
      const event = { name: 'avi:jira:updated:issue', at: stage.clock.time(), byApp: false, payload };
      stage.forge.tellEvent(stage.installation, event);
      await stage.advance(SOON_MS);
    });
    await stage.advance(DAY_MS);
    await measured('a round while nothing is going on', () => stage.advance(5 * MINUTE_MS), ROUND);

    const [one, other] = [await stage.ask({ by: acme.people.plainUser.accountId }), await stage.ask()];
    await stage.approve(one);
    await measured('grant, among others', () => stage.approve(other));
    await stage.advance(DAY_MS);

    stage.forge.stoppedSchedules.add('five-minutes').add('hourly').add('daily');
    const last = await askAlone();
    await measured('grant, no round has run', () => stage.approve(last));
    await almostOver();
    await measured('withdrawal, no round has run', ends);
    return uses;
  } finally {
    stage.close();
  }
}

/** A grant that somebody approved because they are in a group: whether they still are has to be asked then. */
async function countGroupsApproval(): Promise<readonly RequestUse[]> {
  const group = { id: acme.groups.phoenix, name: 'project-phoenix' };
  const stage = await govern({ approval: aPolicy({ sources: [{ kind: 'group', group }] }) });
  try {
    stage.site.directory.setMember(group.id, approver, true);
    const issueId = await stage.ask();
    await stage.advance(ALL_FORGOTTEN_MS);
    const from = stage.forge.invocations().length;
    await stage.approve(issueId);
    return [useOf('grant, approved by a member of a group', runsOf(stage, from, 'on-work'))];
  } finally {
    stage.close();
  }
}

/** The runs of one function since then. */
const runsOf = ({ forge }: Stage, from: number, name: string): readonly InvocationRecord[] =>
  forge
    .invocations()
    .slice(from)
    .filter((run) => run.function === name);

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
