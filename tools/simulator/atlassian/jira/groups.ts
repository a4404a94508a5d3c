import { gives, jiraProducts } from '../access';
import { jiraError, json } from '../answer';
import type { Exchange, Operation } from '../exchange';
import { isActive, type Group, type Person } from '../model';
import { Refusal } from '../query';
import { rightsOf } from '../rights';
import type { SiteResponse } from '../wire';
import { groupName } from './group-name';
import { jiraPage } from './paging';
import { personInList } from './person';
import { needBrowse, noSuchGroup, readGroupRef } from './refusals';

const NO_BROWSE = 'Browse users and groups permission is required to view groups.';

/** Groups by what they open in Jira. Confluence is not among the applications that this call knows. */
function groupsByAccess({ query, world, view }: Exchange): readonly Group[] {
  const access = query.oneOf('accessType', ['site-admin', 'admin', 'user']);
  const application = query.oneOf('applicationKey', jiraProducts);
  if (access !== undefined && world.conditions.groupAccessFails) {
    throw new Refusal(jiraError(500, `Couldn't retrieve groups with the ${access} accessType.`));
  }
  const products = application === undefined ? jiraProducts : [application];
  return view.groups().filter((group) => {
    if (access === 'site-admin')
      return gives(group, 'site', 'site-admin') || gives(group, 'org', 'org-admin');
    if (access !== undefined) return products.some((key) => gives(group, key, access));
    return application === undefined || gives(group, application, 'user', 'admin');
  });
}

function listGroups(exchange: Exchange): SiteResponse {
  if (!rightsOf(exchange).browses) return jiraError(403, NO_BROWSE);
  const [ids, names] = [exchange.query.all('groupId'), exchange.query.all('groupName')];
  const named = (group: Group) =>
    (ids.length === 0 && names.length === 0) || ids.includes(group.id) || names.includes(group.name);
  return jiraPage(exchange, groupsByAccess(exchange).filter(named), {
    fallback: 50,
    cap: 50,
    toWire: ({ name, id }) => ({ name, groupId: id }),
  });
}

/** In the order of the user names, which nobody sees any more: the account ids stand in for them. */
function sortedMembers({ view }: Exchange, group: Group, includeInactive: boolean): readonly Person[] {
  const people = view.membersOf(group.id).filter((person) => includeInactive || isActive(person));
  return [...people].sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
}

function listMembers(exchange: Exchange): SiteResponse {
  const ref = readGroupRef(exchange);
  needBrowse(exchange, 'You do not have permission to view the members of this group.');
  const group = ref.by === 'id' ? exchange.view.group(ref.value) : exchange.view.groupNamed(ref.value);
  if (!group) return noSuchGroup(exchange, ref);
  return jiraPage(exchange, sortedMembers(exchange, group, exchange.query.flag('includeInactiveUsers')), {
    fallback: 50,
    cap: 50,
    toWire: (person) => personInList(exchange, person),
  });
}

function readGroup(exchange: Exchange): SiteResponse {
  const ref = readGroupRef(exchange);
  needBrowse(exchange, 'You do not have permission to view this group.');
  const group = ref.by === 'id' ? exchange.view.group(ref.value) : exchange.view.groupNamed(ref.value);
  if (!group) return noSuchGroup(exchange, ref);
  const members = sortedMembers(exchange, group, false);
  const items = exchange.query.list('expand').includes('users') ? members.slice(0, 50) : [];
  return json(200, {
    ...groupName(exchange, group),
    users: {
      size: members.length,
      items: items.map((person) => personInList(exchange, person)),
      'max-results': 50,
      'start-index': 0,
      'end-index': items.length,
    },
    expand: 'users',
  });
}

const at = { document: 'jira', method: 'GET' } as const;

export const bulkGetGroups: Operation = {
  ...at,
  operationId: 'bulkGetGroups',
  template: '/rest/api/3/group/bulk',
  statuses: [200, 400, 403, 500],
  play: listGroups,
};

export const getUsersFromGroup: Operation = {
  ...at,
  operationId: 'getUsersFromGroup',
  template: '/rest/api/3/group/member',
  statuses: [200, 400, 403, 404],
  play: listMembers,
};

export const getGroup: Operation = {
  ...at,
  operationId: 'getGroup',
  template: '/rest/api/3/group',
  statuses: [200, 400, 403, 404],
  play: readGroup,
};
