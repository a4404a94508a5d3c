import { jiraError, json } from '../answer';
import { fold } from '../directory-state';
import type { Exchange, Operation } from '../exchange';
import { isActive, type Person } from '../model';
import { nameOf } from '../person-details';
import { rightsOf } from '../rights';
import type { SiteResponse } from '../wire';
import { groupName } from './group-name';
import { jiraPage, slicePage } from './paging';
import { personAlone, personInList } from './person';
import { needBrowse, noSuchPerson } from './refusals';

const NO_BROWSE = 'You do not have permission to browse users.';

/** How far into its matches the search can be paged. */
const SEARCH_WINDOW = 1_000;

/** People whose name or address, hidden ones too, begins with the text. */
function matching({ world, view }: Exchange, text: string): readonly Person[] {
  const { names, emails } = world.state;
  const ids = new Set([...names.startingWith(fold(text)), ...emails.startingWith(fold(text))]);
  return [...ids].flatMap((id) => view.person(id) ?? []).filter(isActive);
}

function search(exchange: Exchange): SiteResponse {
  const { query, view } = exchange;
  const [text, accountId, property] = [query.text('query'), query.text('accountId'), query.text('property')];
  if (text !== undefined && accountId !== undefined) {
    return jiraError(400, 'You cannot specify both a query and an account ID.');
  }
  if (property !== undefined && !/^[^.=]+(\.[^.=]+)*=.+$/.test(property)) {
    return jiraError(400, 'The property query is not valid.');
  }
  if (text === undefined && accountId === undefined && property === undefined) {
    return jiraError(400, 'The accountId, query or property parameter is required.');
  }
  if (!rightsOf(exchange).browses) return json(200, []);
  // Nobody in the world has user properties, so asking for one finds nobody.
  const person = accountId === undefined ? undefined : view.person(accountId);
  const one = person && isActive(person) ? [person] : [];
  const found = property !== undefined ? [] : text === undefined ? one : matching(exchange, text);
  const page = slicePage(exchange, found.slice(0, SEARCH_WINDOW), { fallback: 50, cap: SEARCH_WINDOW });
  return json(
    200,
    page.values.map((each) => personInList(exchange, each)),
  );
}

function readPerson(exchange: Exchange): SiteResponse {
  needBrowse(exchange, NO_BROWSE);
  const person = exchange.view.person(exchange.query.text('accountId') ?? '');
  if (!person || person.membershipStatus === 'none') return noSuchPerson();
  return json(200, personAlone(exchange, person, exchange.query.list('expand')));
}

function readMany(exchange: Exchange): SiteResponse {
  const ids = exchange.query.all('accountId');
  if (ids.length === 0) return jiraError(400, 'The accountId parameter is required.');
  if (!rightsOf(exchange).usesJira) return jiraError(403, 'You do not have permission to access Jira.');
  const found = [...new Set(ids)].flatMap((id) => exchange.view.person(id) ?? []);
  return jiraPage(exchange, found, {
    fallback: 10,
    cap: 200,
    toWire: (person) => personInList(exchange, person),
  });
}

function groupsOfPerson(exchange: Exchange): SiteResponse {
  needBrowse(exchange, NO_BROWSE);
  const person = exchange.view.person(exchange.query.text('accountId') ?? '');
  if (!person || person.membershipStatus === 'none') return noSuchPerson();
  return json(
    200,
    exchange.view.groupsOf(person.accountId).map((group) => groupName(exchange, group)),
  );
}

/** All accounts. Those who left the site are dropped after the page was cut, so pages come short. */
function listEverybody(exchange: Exchange): SiteResponse {
  needBrowse(exchange, NO_BROWSE);
  if (exchange.world.conditions.peopleListSlow) return jiraError(409, 'The request took too long.');
  const everybody = [...exchange.view.people()].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const page = slicePage(exchange, everybody, { fallback: 50, cap: 1_000 });
  const here = page.values.filter(({ membershipStatus }) => membershipStatus !== 'none');
  return json(
    200,
    here.map((person) => personInList(exchange, person)),
  );
}

const at = { document: 'jira', method: 'GET' } as const;

export const peopleOperations: readonly Operation[] = [
  {
    ...at,
    operationId: 'findUsers',
    template: '/rest/api/3/user/search',
    anonymous: 'welcome',
    statuses: [200, 400],
    play: search,
  },
  {
    ...at,
    operationId: 'getUser',
    template: '/rest/api/3/user',
    burst: 150,
    statuses: [200, 403, 404],
    play: readPerson,
  },
  {
    ...at,
    operationId: 'bulkGetUsers',
    template: '/rest/api/3/user/bulk',
    statuses: [200, 400, 403],
    play: readMany,
  },
  {
    ...at,
    operationId: 'getUserGroups',
    template: '/rest/api/3/user/groups',
    statuses: [200, 403, 404],
    play: groupsOfPerson,
  },
  {
    ...at,
    operationId: 'getAllUsers',
    template: '/rest/api/3/users/search',
    statuses: [200, 400, 403, 409],
    play: listEverybody,
  },
];
