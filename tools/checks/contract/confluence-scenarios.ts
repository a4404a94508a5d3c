import type { Site } from '../../simulator/atlassian/site';
import {
  groups,
  NO_GROUP,
  NOBODY_ID,
  people,
  scenariosOf,
  someone,
  withToken,
  type Scenario,
} from './scenario';

const noConfluence = { as: withToken(people.orgAdminWithoutConfluence) };
const asPlain = { as: withToken(people.confluenceAdmin) };
const asApp = { as: { kind: 'app', scopes: ['write:confluence-groups'] } } as const;
const to = (groupId: string) => ({ query: { groupId } });
const away = (groupId: string, accountId = someone) => ({ query: { groupId, accountId } });
const cql = (text: string) => ({ query: { cql: text } });
const switchedOff = { before: (site: Site) => Object.assign(site.conditions, { accessByEmailOff: true }) };

const reads: readonly Scenario[] = [
  scenariosOf('confluence-v1 getGroups')
    .play(200, 'all groups')
    .play(200, 'groups that open Confluence', { query: { accessType: 'user' } })
    .play(200, 'guests among them', { query: { accessType: 'user' }, variants: { guestGroupsAsUser: 'yes' } })
    .play(200, 'the second page', { query: { start: 5, limit: 5 } })
    .play(400, 'an access type that does not exist', { query: { accessType: 'owner' }, broken: true })
    .play(403, 'without Confluence', noConfluence),
  scenariosOf('confluence-v1 getGroupByGroupId', { query: { id: groups.hrReaders } })
    .play(200, 'a group')
    .play(200, 'a group of administrators', { query: { id: groups.systemAdministrators } })
    .play(400, 'no id', { query: {}, broken: true })
    .play(403, 'without Confluence', noConfluence)
    .play(404, 'a group that does not exist', { query: { id: NO_GROUP } }),
  scenariosOf('confluence-v1 getGroupMembersByGroupId', { path: { groupId: groups.confluenceUsers } })
    .play(200, 'a page of members', { query: { limit: 5, shouldReturnTotalSize: 'true' } })
    .play(200, 'a group that does not exist', { path: { groupId: NO_GROUP } })
    .play(400, 'too many at once', { query: { limit: 201 } })
    .play(403, 'without Confluence', noConfluence),
  scenariosOf('confluence-v1 getGroupMembershipsForUser', { query: { accountId: someone } })
    .play(200, 'of somebody')
    .play(400, 'of nobody', { query: {}, broken: true })
    .play(403, 'without Confluence', noConfluence),
  scenariosOf('confluence-v1 getCurrentUser')
    .play(200, 'with Confluence')
    .play(403, 'without Confluence', noConfluence),
  scenariosOf('confluence-v1 getUser', { query: { accountId: people.hiddenEmail.accountId } })
    .play(200, 'somebody')
    .play(200, 'seen by somebody else', { as: withToken(people.guest) })
    .play(400, 'nobody', { query: {}, broken: true })
    .play(403, 'without Confluence', noConfluence)
    .play(404, 'somebody unknown', { query: { accountId: NOBODY_ID } }),
  scenariosOf('confluence-v1 searchUser', cql('type=user'))
    .play(200, 'everybody')
    .play(200, 'by name', cql('type=user and user.fullname ~ "ra*"'))
    .play(200, 'guests', { query: { cql: 'type=user', sitePermissionTypeFilter: 'externalCollaborator' } })
    .play(400, 'what cannot be parsed', cql('space = "HR"'))
    .play(400, 'nothing asked for', { query: {}, broken: true })
    .play(403, 'without Confluence', noConfluence),
].flatMap(({ written }) => written);

const writes: readonly Scenario[] = [
  scenariosOf('confluence-v1 addUserToGroupByGroupId', {
    ...to(groups.hrReaders),
    body: { accountId: someone },
  })
    .play(201, 'somebody new')
    .play(201, 'a member already', to(groups.confluenceUsers))
    .play(400, 'a member already, refused', {
      ...to(groups.confluenceUsers),
      variants: { confluenceAddMember: '400' },
    })
    .play(409, 'a member already, in conflict', {
      ...to(groups.confluenceUsers),
      variants: { confluenceAddMember: '409' },
    })
    .play(400, 'no group named', { query: {}, broken: true })
    .play(403, 'as a Confluence admin', asPlain)
    .play(403, 'as the app', asApp)
    .play(404, 'a group that does not exist', to(NO_GROUP))
    .play(404, 'somebody unknown', { body: { accountId: NOBODY_ID } })
    .play(400, 'an external group', to(groups.oktaFinance))
    .play(500, 'no seat left', {
      body: { accountId: people.contractor.accountId },
      before: (site) => site.directory.setSeats('confluence', 1),
    }),
  scenariosOf('confluence-v1 removeMemberFromGroupByGroupId', away(groups.confluenceUsers))
    .play(204, 'a member')
    .play(204, 'no member', away(groups.hrReaders))
    .play(204, 'somebody suspended', away(groups.confluenceUsers, people.suspended.accountId))
    .play(404, 'somebody suspended, not found', {
      ...away(groups.confluenceUsers, people.suspended.accountId),
      variants: { confluenceRemoveSuspended: '404' },
    })
    .play(400, 'nobody named', { ...to(groups.hrReaders), broken: true })
    .play(403, 'as a Confluence admin', asPlain)
    .play(403, 'as the app', asApp)
    .play(404, 'a group that does not exist', away(NO_GROUP)),
].flatMap(({ written }) => written);

const emails = { body: { emails: ['somebody@new.example', people.plainUser.email, 'no address'] } };

const v2: readonly Scenario[] = [
  scenariosOf('confluence-v2 createBulkUserLookup', { body: { accountIds: [someone, NOBODY_ID] } })
    .play(200, 'somebody known and somebody unknown')
    .play(400, 'nobody', { body: { accountIds: [] }, broken: true })
    .play(404, 'without Confluence', noConfluence),
  ...['checkAccessByEmail', 'inviteByEmail'].map((operationId) =>
    scenariosOf(`confluence-v2 ${operationId}`, emails)
      .play(200, 'addresses of every kind')
      .play(400, 'no address', { body: { emails: [] }, broken: true })
      .play(404, 'without Confluence', noConfluence)
      .play(503, 'switched off', switchedOff),
  ),
].flatMap(({ written }) => written);

export const confluenceScenarios: readonly Scenario[] = [...reads, ...writes, ...v2];
