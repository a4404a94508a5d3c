import { z } from 'zod';
import { grantRow } from '../../src/forge/store/grant-row';
import type { Grant } from '../../src/domain/grant';
import { govern } from '../../test/journeys/stage';
import { tapInto } from '../../test/rig/points';

type Stage = Awaited<ReturnType<typeof govern>>;

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const BATCH = 25;
const LIVE = 20_000;
const DUE = 10;

export interface SweepFigures {
  readonly live: number;
  readonly due: number;
  /** Pages of storage that were read before the first work was put into the queue. */
  readonly pagesBefore: number;
  /** How many of those that are due the round put into the queue, once each. */
  readonly pushed: number;
  /** How much else it put there. */
  readonly others: number;
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
    const before = new Set(stage.forge.waiting().map(({ id }) => id));
    const pages = pagesUntilPush(stage);
    await stage.runSchedule('five-minutes');
    const round = stage.forge.invocations().at(-1);
    if (round?.function !== 'on-five-minutes' || round.outcome !== 'ok')
      throw new Error(`The round failed: ${round?.error ?? 'it did not run'}`);
    const pushed = stage.forge.waiting().filter(({ id }) => !before.has(id));
    const due = new Set(grants.slice(0, DUE).map(({ id }) => `grant ${id}`));
    const found = pushed.map(workIn).filter((work) => due.has(work));
    return {
      live: LIVE,
      due: DUE,
      pagesBefore: pages(),
      pushed: new Set(found).size,
      others: pushed.length - new Set(found).size,
    };
  } finally {
    stage.close();
  }
}

/** Counts what is read of the storage until something is put into the queue. */
function pagesUntilPush({ faults }: Stage): () => number {
  let pages = 0;
  let isOver = false;
  tapInto(faults, ({ service, operation }, phase) => {
    if (service === 'queue' && operation.startsWith('publish ')) isOver = true;
    if (phase === 'before' && !isOver && service === 'kvs') pages += 1;
    return undefined;
  });
  return () => (isOver ? pages : Infinity);
}

/** What a piece of work is about, as one text. */
function workIn({ argument }: ReturnType<Stage['forge']['waiting']>[number]): string {
  const { kind, grantId, issueId } = work.parse(argument).body;
  return `${kind} ${grantId ?? issueId ?? ''}`;
}

const work = z.object({
  body: z.object({ kind: z.string(), grantId: z.string().optional(), issueId: z.string().optional() }),
});

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
