import type { Exchange } from '../../exchange';
import { personOf } from '../../rights';
import { textOfAdf } from '../../work/adf';
import type { Issue } from '../../work/issue';
import type { Field } from '../../work/model';
import { idsIn } from '../../work/shown';
import { staffRole } from '../issue-seen';
import type { SearchField } from './field';
import { readMoment } from './moments';

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
const some = (ids: readonly string[]): readonly string[] | undefined => (ids.length > 0 ? ids : undefined);

interface Named {
  readonly id: string;
  readonly name: string;
}

/** By id or by name. Several may have one name. */
const lookUp =
  (all: () => readonly Named[]) =>
  (text: string): readonly string[] | undefined =>
    some(
      all()
        .filter(({ id, name }) => id === text || same(name, text))
        .map(({ id }) => id),
    );

const single =
  (pick: (issue: Issue) => string | null) =>
  (issue: Issue): readonly string[] => {
    const value = pick(issue);
    return value === null ? [] : [value];
  };

/** The fields of every site, by the names that JQL has for them. */
export function findSystemField(exchange: Exchange, name: string): SearchField | undefined {
  const { work, state } = exchange.world;
  const projects = () =>
    [...work.projects.values()].filter((each) => staffRole(exchange, each) !== undefined);
  const person = (text: string) => (state.people.get(text) ? [text] : undefined);
  const types = () => projects().flatMap(({ issueTypes }) => issueTypes);
  const requestTypes = () =>
    projects().flatMap(({ key, desk }) =>
      desk.requestTypes.flatMap(({ id, name: title }) => [
        { id, name: title },
        { id, name: `${title} (${key})` },
      ]),
    );
  const categories = { NEW: 'To Do', INDETERMINATE: 'In Progress', DONE: 'Done' } as const;
  const ids = (
    values: (issue: Issue) => readonly string[],
    readIds: (text: string) => readonly string[] | undefined,
  ) => ({ kind: 'ids', name, values, readIds }) as const;
  switch (name.toLowerCase()) {
    case 'project': {
      const known = () =>
        projects().flatMap(({ id, key, name: title }) => [
          { id, name: key },
          { id, name: title },
        ]);
      return ids(({ projectId }) => [projectId], lookUp(known));
    }
    case 'issuetype':
    case 'type':
      return ids(({ issueTypeId }) => [issueTypeId], lookUp(types));
    case 'status':
      return ids(
        ({ statusId }) => [statusId],
        lookUp(() => [...work.statuses.values()]),
      );
    case 'statuscategory': {
      const known = () => Object.entries(categories).map(([id, title]) => ({ id, name: title }));
      return ids(({ statusId }) => [work.status(statusId).category], lookUp(known));
    }
    case 'key':
    case 'id':
    case 'issue':
    case 'issuekey':
      return ids(
        ({ id }) => [id],
        (text) => {
          const found = work.findIssue(text);
          return found && staffRole(exchange, work.projectOf(found)) ? [found.id] : undefined;
        },
      );
    case 'reporter':
      return ids(
        single(({ reporter }) => reporter),
        person,
      );
    case 'creator':
      return ids(
        single(({ creator }) => creator),
        person,
      );
    case 'assignee':
      return ids(
        single(({ assignee }) => assignee),
        person,
      );
    case 'resolution':
      return ids(
        ({ resolved }) => (resolved ? ['10000'] : []),
        lookUp(() => [{ id: '10000', name: 'Done' }]),
      );
    case 'request type':
      return ids(
        single(({ requestTypeId }) => requestTypeId),
        lookUp(requestTypes),
      );
    case 'created':
    case 'createddate':
      return momentField(exchange, name, ({ createdAt }) => createdAt);
    case 'updated':
    case 'updateddate':
      return momentField(exchange, name, ({ updatedAt }) => updatedAt);
    case 'summary':
    case 'description':
      return { kind: 'texts', name, value: ({ fields }) => plainText(fields[name.toLowerCase()]) };
    default:
      return undefined;
  }
}

const plainText = (value: unknown): string => (typeof value === 'string' ? value : textOfAdf(value));

const hereOf = ({ world, asker }: Exchange) => ({
  now: world.clock.time(),
  timeZone: personOf(asker)?.timeZone ?? 'UTC',
});

function momentField(
  exchange: Exchange,
  name: string,
  value: (issue: Issue) => number | undefined,
): SearchField {
  const here = hereOf(exchange);
  return { kind: 'amounts', name, value, readAmount: (text) => readMoment(text, here) };
}

/** `cf[10050]`, the field's id or its name. */
export function findCustomField(exchange: Exchange, name: string): SearchField | undefined {
  const { work } = exchange.world;
  const [, number] = /^cf\[(\d+)\]$/i.exec(name) ?? [];
  const id = number === undefined ? name : `customfield_${number}`;
  if (same(id, work.deskFields.requestType)) return findSystemField(exchange, 'Request Type');
  const field = [...work.fields.values()].find(
    (each) => !each.deleted && (same(each.id, id) || same(each.name, name)),
  );
  return field && customField(exchange, field);
}

function customField(exchange: Exchange, field: Field): SearchField {
  const { state } = exchange.world;
  const { name, id } = field;
  const rests = ({ fields }: Issue) => fields[id];
  switch (field.type) {
    case 'text':
    case 'paragraph':
      return { kind: 'texts', name, value: (issue) => plainText(rests(issue)) };
    case 'number':
      return {
        kind: 'amounts',
        name,
        value: (issue) => numberIn(rests(issue)),
        readAmount: (text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined),
      };
    case 'date':
      return momentField(exchange, name, (issue) => dayIn(exchange, rests(issue)));
    case 'date-time':
      return momentField(exchange, name, (issue) => momentIn(rests(issue)));
    case 'single-select':
    case 'multi-select': {
      const known = () => field.options.map((option) => ({ id: option.id, name: option.value }));
      return { kind: 'ids', name, values: (issue) => idsIn(field, rests(issue)), readIds: lookUp(known) };
    }
    default: {
      const group = field.type.includes('group');
      const readIds = (text: string) =>
        group ? lookUp(() => state.truth().groups())(text) : state.people.get(text) && [text];
      return { kind: 'ids', name, values: (issue) => idsIn(field, rests(issue)), readIds };
    }
  }
}

/** A day begins where the caller is. */
const dayIn = (exchange: Exchange, value: unknown): number | undefined =>
  typeof value === 'string' ? readMoment(value, hereOf(exchange)) : undefined;
const numberIn = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
const momentIn = (value: unknown): number | undefined =>
  typeof value === 'string' ? Date.parse(value) : undefined;
