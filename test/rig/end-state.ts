import type { Comment } from '../../tools/simulator/atlassian/work/issue';
import { textOfAdf } from '../../tools/simulator/atlassian/work/engine';
import { where, type World } from './world';

type Json = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** A row of an entity, as it rests: the body that its indexes are about. */
export function bodyOf(row: unknown): Json {
  const body: unknown = isRecord(row) && typeof row['body'] === 'string' ? JSON.parse(row['body']) : row;
  if (!isRecord(body)) throw new Error('Something was stored that is no record.');
  return body;
}

export const rowsOf = (world: World, entity: string): readonly Json[] =>
  Object.values(world.rowsOf(entity)).map(bodyOf);

/** The instants in a text depend on when a crash was got over. */
const timeless = (text: string) => text.replace(/\d{1,2} [A-Z][a-z]{2} \d{4}, \d{2}:\d{2}/g, 'at some time');

const pick = (row: Json, ...names: readonly string[]) =>
  names.map((name) => JSON.stringify(row[name] ?? '-')).join(' ');

const keyOf = ({ properties }: Comment): string => {
  const mark = properties.find(({ key }) => key === 'identity-governance')?.value;
  return isRecord(mark) ? String(mark['key']) : 'by hand';
};

/** What was noted of it, whenever that was. */
const marksOf = (row: Json): string =>
  ['driftedAt', 'overdueAt', 'acknowledgedBy', 'unbraked', 'goneSince', 'remindAt', 'cancelAt']
    .filter((name) => row[name] !== undefined)
    .join();

const bookOf = (value: unknown): readonly unknown[] => {
  const entries: unknown = isRecord(value) ? value['entries'] : [];
  return Array.isArray(entries) ? entries : [];
};

/** What the book says of each rule, and each rule and version that is kept: also those of a rule that was deleted. */
function rulesIn(plain: Json): readonly string[] {
  const told = (where: string, row: unknown) =>
    isRecord(row) ? [`${where} ${pick(row, 'name', 'version', 'state')}`] : [];
  const kept = Object.entries(plain).flatMap(([key, row]) => {
    const [kind, , version] = key.split('#');
    return kind === 'rule' ? told(version === undefined ? 'now' : 'kept', row) : [];
  });
  return [...bookOf(plain['rule-book']).flatMap((entry) => told('in the book', entry)), ...kept].sort();
}

/** What is left when everything has been done, without what depends on when it was done. */
export function endStateOf(world: World) {
  const { work, directory } = world.site;
  const { plain, entities } = world.stored();
  const holdings = Object.entries(plain).flatMap(([key, value]) =>
    key.startsWith('holding#') && isRecord(value) ? [value] : [],
  );
  const rows = (entity: string) => Object.values(entities[entity] ?? {}).map(bodyOf);
  return {
    members: Object.values(where).map((group) =>
      directory.membersOf(group).map(({ accountId }) => accountId),
    ),
    tickets: work.issues().map((issue) => ({
      status: issue.statusId,
      approvers: issue.approvals.map(({ approvers }) => approvers),
      comments: issue.comments
        .map((comment) => `${keyOf(comment)} ${comment.public} ${timeless(textOfAdf(comment.body))}`)
        .sort(),
    })),
    requests: rows('request').map(
      (row) => `${pick(row, 'issueId', 'state', 'why')} ${marksOf(row)} ${JSON.stringify(row['outbox'])}`,
    ),
    grants: rows('grant').map(
      (row) => `${pick(row, 'id', 'state', 'way', 'kept', 'ending')} ${marksOf(row)}`,
    ),
    rules: rulesIn(plain),
    holdings: holdings.map((row) => ({
      person: row['accountId'],
      resource: row['resourceId'],
      held: row['heldBefore'],
      grants: row['grants'],
      lease: row['lease'],
    })),
  };
}
