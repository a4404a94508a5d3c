import { grantRow } from '../../src/forge/store/grant-row';
import type { Grant } from '../../src/domain/grant';
import { govern, option } from '../../test/journeys/stage';
import { largeWorld } from '../simulator/atlassian/worlds/large';
import { acme } from '../simulator/atlassian/worlds/acme';

type Stage = Awaited<ReturnType<typeof govern>>;

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const BATCH = 25;
const LIVE = 20_000;
const DUE = 10;
const BURST = 500;

export interface SweepFigures {
  readonly live: number;
  readonly due: number;
  /** Pages of storage that were read until the first of those that are due was known. */
  readonly pagesBefore: number;
  /** How many of those that are due the round put into the queue. */
  readonly found: number;
}

/** One round among very many live grants of which few have come to their end. */
export async function measureSweep(): Promise<SweepFigures> {
  const stage = await govern();
  try {
    const now = stage.clock.time();
    const grants = Array.from({ length: LIVE }, (_, at) =>
      aGrant(at, now + (at < DUE ? -MINUTE_MS : (24 + (at % 700)) * HOUR_MS)),
    );
    for (let at = 0; at < grants.length; at += BATCH)
      keep(stage, grants.slice(at, at + BATCH), now + at * 1_000);
    const from = stage.forge.invocations().length;
    await stage.runSchedule('five-minutes');
    const round = stage.forge
      .invocations()
      .slice(from)
      .find(({ function: name }) => name === 'on-five-minutes');
    if (round?.outcome !== 'ok') throw new Error(`The round failed: ${round?.error ?? 'it did not run'}`);
    const pushed = round.siteCalls.filter(({ operation }) => operation === 'publish work').length;
    return {
      live: LIVE,
      due: DUE,
      pagesBefore: round.storage.reads,
      found: pushed === 0 ? 0 : stage.forge.waiting().filter(isOfGrant).length,
    };
  } finally {
    stage.close();
  }
}

const isOfGrant = ({ key }: { readonly key: string }) => key.includes('"grantId"');

/** Puts rows where the app keeps them, spread over time as far as the platform's limits want it. */
function keep({ forge, installation }: Stage, grants: readonly Grant[], now: number): void {
  const body = grants.map((grant) => ({
    key: `grant#${grant.id}`,
    entityName: 'grant',
    value: grantRow(grant),
  }));
  forge.storage.store.handle({ installation: installation.id, operation: 'batch/set', body, now });
}

const aGrant = (at: number, until: number): Grant => ({
  id: at.toString(16).padStart(40, '0'),
  issueId: String(1_000_000 + at),
  ruleId: 'rule',
  connectionId: 'connection',
  accountId: `person-${at}`,
  what: { resource: { kind: 'confluence-group', id: `group-${at % 50}`, name: 'group' }, role: 'member' },
  privileged: false,
  state: 'active',
  way: 'in',
  until: new Date(until),
  createdAt: new Date(until),
  changedAt: new Date(until),
  version: 1,
  wakeAt: new Date(until),
  attempts: 0,
});

export interface BurstFigures {
  readonly requests: number;
  readonly fulfilled: number;
  /** Virtual time from the first approval to the last verified grant, in minutes. */
  readonly minutes: number;
  /** Answers of the site that said "too many requests", and those that the queue gave. */
  readonly tooMany: number;
}

/** Five hundred people are approved within a minute, under the site's and the platform's documented limits. */
export async function measureBurst(requests = BURST): Promise<BurstFigures> {
  const world = largeWorld({ people: requests * 3, groups: 60, memberships: requests * 4, opening: 20 });
  const stage = await govern({}, { world });
  try {
    const { work } = stage.site;
    const people = world.people.slice(acme.world.people.length, acme.world.people.length + requests);
    const level = acme.desk.fields.accessLevel;
    const ids: string[] = [];
    for (const { accountId } of people) {
      const fields = { [level.id]: option('HR readers') };
      ids.push(
        work.raise({ by: accountId, requestTypeId: acme.desk.requestTypes.groupMembership.id, fields }).id,
      );
      await stage.advance(200);
    }
    await stage.advance(30 * MINUTE_MS);
    const from = stage.forge.invocations().length;
    const began = stage.clock.time();
    for (const id of ids) {
      work.answer(id, { by: acme.people.confluenceAdmin.accountId, decision: 'approved' });
      await stage.advance(MINUTE_MS / requests);
    }
    const isGiven = (accountId: string) => stage.isIn(acme.groups.hrReaders, accountId);
    while (!people.every(({ accountId }) => isGiven(accountId)) && stage.clock.time() - began < 4 * HOUR_MS) {
      await stage.advance(MINUTE_MS);
    }
    const calls = stage.forge
      .invocations()
      .slice(from)
      .flatMap(({ siteCalls }) => siteCalls);
    return {
      requests,
      fulfilled: people.filter(({ accountId }) => isGiven(accountId)).length,
      minutes: Math.round((stage.clock.time() - began) / MINUTE_MS),
      tooMany: calls.filter(({ status }) => status === 429).length,
    };
  } finally {
    stage.close();
  }
}
