import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { FREE, NEW, type Change, type Commit, type Guard } from '../../app/ports';
import type { AuditEvent } from '../../domain/audit';
import { makeReady, readGuard } from './guards';
import { entities, keys } from './keys';
import { dropKey, recordsOf } from './records';

type Transaction = ReturnType<typeof kvs.transact>;

/**
 * The one way in which state changes: facts, guards and events in one transaction.
 * https://developer.atlassian.com/platform/forge/runtime-reference/storage-api-basic-api/
 */
export const commit: Commit = async (change) => {
  await Promise.all(change.guards.filter(({ was }) => was === FREE).map(({ on }) => makeReady(on)));
  const transaction = kvs.transact();
  for (const guard of change.guards) move(transaction, guard);
  for (const { key, value, entityName } of change.puts.flatMap(recordsOf)) {
    transaction.set(key, value, entityName === undefined ? undefined : { entityName });
  }
  for (const drop of change.drops) transaction.delete(dropKey(drop));
  const commitId = crypto.randomUUID();
  for (const event of change.events) {
    transaction.set(event.id, record(event, commitId), { entityName: entities.auditEvent });
  }
  try {
    await transaction.execute();
    return 'written';
  } catch (error) {
    return whatHappened(change, { error, commitId });
  }
};

function move(transaction: Transaction, { on, was, becomes }: Guard): void {
  const key = keys.guard(on);
  if (was === NEW) return void transaction.set(key, { holds: becomes }, { entityName: entities.guard });
  const conditions = new Filter<{ holds: string }>().and('holds', FilterConditions.equalTo(was));
  const entity = { entityName: entities.guard, conditions };
  if (becomes === was) transaction.check(key, entity);
  else if (becomes === FREE) transaction.delete(key, entity);
  else transaction.set(key, { holds: becomes }, entity);
}

interface Failure {
  readonly error: unknown;
  readonly commitId: string;
}

/**
 * A refused transaction and one whose answer was lost look alike from here, so the store itself is asked: is our event
 * there, or has a guard moved? Neither depends on the words or codes of an error.
 */
async function whatHappened(change: Change, { error, commitId }: Failure): Promise<'written' | 'moved'> {
  const [event] = change.events;
  const stored = await kvs.entity<ReturnType<typeof record>>(entities.auditEvent).get(event.id);
  if (stored?.body === record(event, commitId).body) return 'written';
  const expected = change.guards.filter(({ was }) => was !== NEW);
  const held = await Promise.all(expected.map(({ on }) => readGuard(on)));
  if (expected.some(({ was }, index) => held[index] !== was)) return 'moved';
  throw error;
}

/** How many events this process has written: one instant may have several, which are read in the order of writing. */
let written = 0;
const SIX_DIGITS = 1_000_000;

/** Two people may do the same thing in the same instant: only the id of the commit tells their events apart. */
const record = (event: AuditEvent, commitId: string) => ({
  on: event.on,
  at: `${event.at.toISOString()}#${String((written += 1) % SIX_DIGITS).padStart(6, '0')}`,
  body: JSON.stringify({ ...event, commitId }),
});
