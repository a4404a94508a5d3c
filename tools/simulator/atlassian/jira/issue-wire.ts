import type { Exchange } from '../exchange';
import { jiraTime } from '../work/engine';
import type { History, Issue } from '../work/issue';
import { schemasOf } from './field-list';
import { allFields } from './issue-fields';
import { personById } from './person';

/** What a caller wants to know of an issue. */
export interface Wanted {
  readonly fields: readonly string[];
  readonly expands: readonly string[];
  readonly properties: readonly string[];
}

/** A repeatable parameter whose values may be lists themselves. */
export const listed = (values: readonly string[]): readonly string[] =>
  values
    .flatMap((value) => value.split(','))
    .map((part) => part.trim())
    .filter(Boolean);

/** `*all`, `*navigable`, names, and names after a dash, which are left out. */
function isWanted(wanted: readonly string[], id: string): boolean {
  if (wanted.includes(`-${id}`)) return false;
  const some = wanted.filter((each) => !each.startsWith('-'));
  const all = some.length === 0 || some.includes('*all') || some.includes('*navigable');
  return all || some.includes(id);
}

const HISTORIES_KEPT = 100;

export const historyToWire = (exchange: Exchange, { id, author, at, items }: History) => ({
  id,
  author: personById(exchange, author),
  created: jiraTime(at),
  items,
});

function changelogOf(exchange: Exchange, { changelog }: Issue) {
  const newestFirst = [...changelog].reverse().slice(0, HISTORIES_KEPT);
  return {
    startAt: 0,
    maxResults: newestFirst.length,
    total: changelog.length,
    histories: newestFirst.map((history) => historyToWire(exchange, history)),
  };
}

const propertiesOf = ({ properties }: Issue, wanted: readonly string[]) =>
  Object.fromEntries(
    Object.entries(properties).filter(([key]) => wanted.includes('*all') || wanted.includes(key)),
  );

function schemasOfShown(exchange: Exchange, shown: readonly (readonly [string, unknown])[]) {
  const schemas = schemasOf(exchange);
  return Object.fromEntries(shown.map(([id]) => [id, schemas.get(id)]));
}

export function issueToWire(exchange: Exchange, issue: Issue, wanted: Wanted) {
  const shown = [...allFields(exchange)].filter(([id]) => isWanted(wanted.fields, id));
  const has = (expand: string) => wanted.expands.includes(expand);
  return {
    expand: 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations',
    id: issue.id,
    self: `${exchange.world.baseUrl}/rest/api/3/issue/${issue.id}`,
    key: issue.key,
    fields: Object.fromEntries(shown.map(([id, { show }]) => [id, show(exchange, issue)])),
    ...(has('names') && { names: Object.fromEntries(shown.map(([id, { name }]) => [id, name])) }),
    ...(has('schema') && { schema: schemasOfShown(exchange, shown) }),
    ...(has('changelog') && { changelog: changelogOf(exchange, issue) }),
    ...(wanted.properties.length > 0 && { properties: propertiesOf(issue, wanted.properties) }),
  };
}
