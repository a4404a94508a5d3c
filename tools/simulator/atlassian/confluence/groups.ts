import { gives } from '../access';
import { confluenceError, json } from '../answer';
import type { Exchange, Operation } from '../exchange';
import { isActive, type Group } from '../model';
import type { SiteResponse } from '../wire';
import { confluenceGroup, confluencePage, confluenceUser, needConfluence } from './wire';

const PAGE = { fallback: 200, cap: 200 };

/** Unfiltered, these are the groups of all sites of the organisation. The filter is about Confluence. */
function groupsByAccess({ query, view, world }: Exchange): readonly Group[] {
  const access = query.oneOf('accessType', ['user', 'admin', 'site-admin']);
  const guestsToo = world.variants.guestGroupsAsUser === 'yes';
  return view.groups().filter((group) => {
    if (access === undefined) return true;
    if (access === 'site-admin')
      return gives(group, 'site', 'site-admin') || gives(group, 'org', 'org-admin');
    return (
      gives(group, 'confluence', access) ||
      (access === 'user' && guestsToo && gives(group, 'confluence', 'guest'))
    );
  });
}

function listGroups(exchange: Exchange): SiteResponse {
  needConfluence(exchange);
  const toWire = (group: Group) => confluenceGroup(exchange, group);
  return confluencePage(exchange, groupsByAccess(exchange), { ...PAGE, toWire });
}

function readGroup(exchange: Exchange): SiteResponse {
  needConfluence(exchange);
  const id = exchange.query.text('id');
  if (id === undefined) return confluenceError(400, 'The id of the group is required.');
  const group = exchange.view.group(id);
  return group
    ? json(200, confluenceGroup(exchange, group))
    : confluenceError(404, `No group found with id: ${id}`);
}

/** A group that does not exist has no members, and whoever is suspended is not shown. */
function listMembers(exchange: Exchange): SiteResponse {
  const { query, view, path } = exchange;
  needConfluence(exchange);
  if (query.int('limit', { fallback: 200 }) > 200)
    return confluenceError(400, 'Limit cannot be greater than 200.');
  const group = view.group(path['groupId'] ?? '');
  const members = (group ? view.membersOf(group.id) : []).filter(isActive);
  const sorted = [...members].sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
  return confluencePage(exchange, sorted, {
    ...PAGE,
    toWire: (person) => confluenceUser(exchange, person),
    withTotal: query.flag('shouldReturnTotalSize'),
  });
}

function groupsOfPerson(exchange: Exchange): SiteResponse {
  const { query, view } = exchange;
  needConfluence(exchange);
  const accountId = query.text('accountId');
  if (accountId === undefined) return confluenceError(400, 'The accountId is required.');
  const toWire = (group: Group) => confluenceGroup(exchange, group);
  return confluencePage(exchange, view.groupsOf(accountId), { ...PAGE, toWire });
}

const at = { document: 'confluence-v1', method: 'GET' } as const;

export const groupOperations: readonly Operation[] = [
  {
    ...at,
    operationId: 'getGroups',
    template: '/wiki/rest/api/group',
    statuses: [200, 400, 403],
    play: listGroups,
  },
  {
    ...at,
    operationId: 'getGroupByGroupId',
    template: '/wiki/rest/api/group/by-id',
    burst: 400,
    statuses: [200, 400, 403, 404],
    play: readGroup,
  },
  {
    ...at,
    operationId: 'getGroupMembersByGroupId',
    template: '/wiki/rest/api/group/{groupId}/membersByGroupId',
    statuses: [200, 400, 403],
    play: listMembers,
  },
  {
    ...at,
    operationId: 'getGroupMembershipsForUser',
    template: '/wiki/rest/api/user/memberof',
    statuses: [200, 400, 403],
    play: groupsOfPerson,
  },
];
