import { govern, option } from '../../test/journeys/stage';
import { acme } from '../simulator/atlassian/worlds/acme';
import { largeWorld } from '../simulator/atlassian/worlds/large';

type Stage = Awaited<ReturnType<typeof govern>>;

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const STEP_MS = 5 * SECOND_MS;
/** As many runs of a consumer as the platform lets go side by side, and about what a call to a site takes. */
const SIDE_BY_SIDE = 10;
const SITE_CALL_MS = 200;
const BURST = 500;

export interface BurstFigures {
  readonly requests: number;
  /** Fulfilled, in the group, moved, and told of it, each exactly once. */
  readonly served: number;
  /** Virtual time from the approvals until the last request was served. */
  readonly minutes: number;
  /** Answers that said "too many requests": of the site, and of the queue, which takes 500 events in a minute. */
  readonly tooMany: { readonly site: number; readonly queue: number };
  /** Runs that did not come to their end, and calls that did not get out. */
  readonly failed: number;
}

/**
 * Five hundred people are approved at one moment, under the site's and the platform's documented limits: ten runs side
 * by side, each call to the site taking its time. Afterwards some rounds go by, which must find nothing left to do.
 */
export async function measureBurst(requests = BURST): Promise<BurstFigures> {
  const world = largeWorld({ people: requests * 3, groups: 60, memberships: requests * 4, opening: 20 });
  const stage = await govern({}, { world });
  try {
    const people = world.people.slice(acme.world.people.length, acme.world.people.length + requests);
    const asked = await raiseAll(
      stage,
      people.map(({ accountId }) => accountId),
    );
    stage.forge.queues.parallel = SIDE_BY_SIDE;
    stage.forge.network.siteCallMs = SITE_CALL_MS;
    const began = stage.clock.time();
    for (const { issueId } of asked)
      stage.site.work.answer(issueId, { by: acme.people.confluenceAdmin.accountId, decision: 'approved' });
    const isMoved = ({ issueId }: Asked) => stage.statusOf(issueId) === acme.desk.statuses.completed.name;
    while (!asked.every(isMoved) && stage.clock.time() - began < 4 * HOUR_MS) await stage.advance(STEP_MS);
    const ended = stage.clock.time();
    await stage.advance(30 * MINUTE_MS);
    const runs = stage.forge.invocations().filter(({ at }) => Date.parse(at) >= began);
    const calls = runs.flatMap(({ siteCalls }) => siteCalls);
    const tooMany = calls.filter(({ status }) => status === 429);
    const ofQueue = tooMany.filter(({ service }) => service === 'queue');
    stage.forge.network.siteCallMs = 0;
    const served = await countServed(stage, asked);
    return {
      requests,
      served,
      minutes: Math.round((ended - began) / (MINUTE_MS / 10)) / 10,
      tooMany: { site: tooMany.length - ofQueue.length, queue: ofQueue.length },
      failed:
        runs.filter(({ outcome }) => outcome !== 'ok').length +
        calls.filter(({ status }) => status === 'failed').length,
    };
  } finally {
    stage.close();
  }
}

interface Asked {
  readonly issueId: string;
  readonly by: string;
}

/** Everybody asks, and has read what was understood. */
async function raiseAll(stage: Stage, people: readonly string[]): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  for (const by of people) {
    const fields = { [acme.desk.fields.accessLevel.id]: option('HR readers') };
    const requestTypeId = acme.desk.requestTypes.groupMembership.id;
    asked.push({ issueId: stage.site.work.raise({ by, requestTypeId, fields }).id, by });
    await stage.advance(SECOND_MS / 5);
  }
  await stage.advance(30 * MINUTE_MS);
  return asked;
}

/** An administrator looks at one after the other, no faster than Jira lets them. */
async function countServed(stage: Stage, asked: readonly Asked[]): Promise<number> {
  let served = 0;
  for (const each of asked) {
    stage.clock.elapse(SECOND_MS / 20);
    if (await isServed(stage, each)) served += 1;
  }
  return served;
}

async function isServed(stage: Stage, { issueId, by }: Asked): Promise<boolean> {
  const { statuses } = stage.site.work.issue(issueId);
  const moves = statuses.filter(({ statusId }) => statusId === acme.desk.statuses.completed.id);
  const [understood = '', given = '', ...more] = stage.said(issueId);
  return (
    (await stage.stateOf(issueId)) === 'fulfilled' &&
    stage.isIn(acme.groups.hrReaders, by) &&
    moves.length === 1 &&
    understood.startsWith('Understood: ') &&
    given.includes(`${by}] is now a member of the group`) &&
    more.length === 0
  );
}
