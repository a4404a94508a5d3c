import type { RuleInput } from '@contract/rule';

type Approval = RuleInput['approval'];
type Source = Approval['sources'][number];

/** Names of people and connections, by id. */
export interface Names {
  readonly people: ReadonlyMap<string, string>;
  readonly connections: ReadonlyMap<string, string>;
  /** Account ids of the application admins, by connection. */
  readonly admins: ReadonlyMap<string, string>;
}

const either = new Intl.ListFormat('en', { type: 'disjunction' });
const both = new Intl.ListFormat('en', { type: 'conjunction' });
export const anyOf = (words: readonly string[]): string => either.format(words);
export const allOf = (words: readonly string[]): string => both.format(words);

const different = (words: readonly (string | undefined)[]) => [
  ...new Set(words.filter((word) => word !== undefined)),
];

/** The connections through which a rule gives access. */
export const connectionsIn = (access: RuleInput['access']): readonly string[] =>
  access.kind === 'application-access'
    ? different(access.applications.map(({ connectionId }) => connectionId))
    : [access.connectionId];

/** " (Ada Admin)": who the application admins of these connections are. Nothing, as long as nobody knows. */
export function adminsInBrackets(connectionIds: readonly string[], { people, admins }: Names): string {
  const known = different(connectionIds.map((id) => people.get(admins.get(id) ?? '')));
  return known.length === 0 ? '' : ` (${anyOf(known)})`;
}

function sourceWords(source: Source, people: Names['people'], admins: string): string[] {
  if (source.kind === 'application-admin') return [`the application admin${admins}`];
  if (source.kind === 'people') return source.ids.map((id) => people.get(id) ?? 'an unknown person');
  if (source.kind === 'group') return [`a member of ${source.group.name}`];
  return [`whom the field ${source.field.name} names`];
}

interface Approved {
  readonly approval: Approval;
  readonly connectionIds: readonly string[];
}

/** "2 people out of the application admin (Ada Admin), Bob Builder, or a member of Managers". */
export function approversText({ approval, connectionIds }: Approved, names: Names): string {
  const { sources, need, count } = approval;
  if (sources.length === 0) return 'nobody';
  const admins = adminsInBrackets(connectionIds, names);
  const words = sources.map((source) => sourceWords(source, names.people, admins));
  const who =
    need === 'all' && words.length > 1 ? `each of: ${allOf(words.map(anyOf))}` : anyOf(words.flat());
  return count === 1 ? who : `${count} people out of ${who}`;
}

export const peopleIn = ({ sources }: Approval): readonly string[] =>
  sources.flatMap((source) => (source.kind === 'people' ? source.ids : []));
