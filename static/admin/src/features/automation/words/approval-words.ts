import type { RuleInput } from '@contract/rule';

type Approval = RuleInput['approval'];
type Source = Approval['sources'][number];

/** Names of people and connections, by id. */
export interface Names {
  readonly people: ReadonlyMap<string, string>;
  readonly connections: ReadonlyMap<string, string>;
}

const either = new Intl.ListFormat('en', { type: 'disjunction' });
const both = new Intl.ListFormat('en', { type: 'conjunction' });
export const anyOf = (words: readonly string[]): string => either.format(words);
export const allOf = (words: readonly string[]): string => both.format(words);

function sourceWords(source: Source, people: Names['people']): string[] {
  if (source.kind === 'application-admin') return ['the application admin'];
  if (source.kind === 'people') return source.ids.map((id) => people.get(id) ?? 'an unknown person');
  if (source.kind === 'group') return [`a member of ${source.group.name}`];
  return [`whom the field ${source.field.name} names`];
}

/** "2 people out of the application admin, Ada Admin, or a member of Managers". */
export function approversText({ sources, need, count }: Approval, people: Names['people']): string {
  if (sources.length === 0) return 'nobody';
  const words = sources.map((source) => sourceWords(source, people));
  const who =
    need === 'all' && words.length > 1 ? `each of: ${allOf(words.map(anyOf))}` : anyOf(words.flat());
  return count === 1 ? who : `${count} people out of ${who}`;
}

export const peopleIn = ({ sources }: Approval): readonly string[] =>
  sources.flatMap((source) => (source.kind === 'people' ? source.ids : []));
