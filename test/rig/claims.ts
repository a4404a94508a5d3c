import { bodyOf } from './end-state';
import type { World } from './world';

type Json = Readonly<Record<string, unknown>>;

/** A grant as the app itself claims it to be. */
export interface Claim {
  readonly id: string;
  readonly issueId: string;
  readonly group: string;
  readonly person: string;
  readonly state: string;
  readonly way: string;
  readonly until: number;
  readonly live: boolean;
}

const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const ENDED = ['revoked', 'released', 'failed'];

function claimOf(row: Json): Claim {
  const what = isRecord(row['what']) ? row['what'] : {};
  const resource = isRecord(what['resource']) ? what['resource'] : {};
  const state = text(row['state']);
  return {
    id: text(row['id']),
    issueId: text(row['issueId']),
    group: text(resource['id']),
    person: text(row['accountId']),
    state,
    way: text(row['way']),
    until: row['until'] === undefined ? Infinity : Date.parse(text(row['until'])),
    live: !ENDED.includes(state),
  };
}

export const claimsOf = (world: World): readonly Claim[] =>
  Object.values(world.rowsOf('grant')).map((row) => claimOf(bodyOf(row)));

export interface Told {
  readonly issueId: string;
  readonly state: string;
  readonly why: string;
}

export const requestsOf = (world: World): readonly Told[] =>
  Object.values(world.rowsOf('request'))
    .map(bodyOf)
    .map((row) => ({ issueId: text(row['issueId']), state: text(row['state']), why: text(row['why']) }));

export interface Happened {
  readonly on: string;
  readonly what: string;
  readonly grant: string;
  readonly why: string;
  readonly at: number;
}

/** What the trail tells, in the order in which it was written. */
export const trailOf = (world: World): readonly Happened[] =>
  Object.values(world.rowsOf('audit-event'))
    .map((row) => ({ row: bodyOf(row), order: isRecord(row) ? text(row['at']) : '' }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ row }) => {
      const detail = isRecord(row['detail']) ? row['detail'] : {};
      return {
        on: text(row['on']),
        what: text(row['what']),
        grant: text(detail['grant']),
        why: text(detail['why']),
        at: Date.parse(text(row['at'])),
      };
    });
