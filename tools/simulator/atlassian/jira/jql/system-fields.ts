import type { Exchange } from '../../exchange';
import type { Issue } from '../../work/issue';
import { staffRole } from '../issue-seen';
import type { SearchField } from './field';
import { lookUp, momentField, plainText } from './reading';

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
