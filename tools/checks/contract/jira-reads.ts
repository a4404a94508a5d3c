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

const contractor = { as: withToken(people.contractor) };
const noJira = { as: withToken(people.confluenceOnly) };
const anonymous = { as: { kind: 'header' } } as const;

/** Reads of Jira, each in success and in every error of its own. */
export const jiraReads: readonly Scenario[] = [
  scenariosOf('jira getServerInfo').play(200, 'anonymously', anonymous).play(200, 'signed in'),
  scenariosOf('jira getCurrentUser')
    .play(200, 'expanded', { query: { expand: 'groups,applicationRoles' } })
    .play(200, 'unexpanded')
    .play(403, 'without a Jira application', noJira),
  scenariosOf('jira getMyPermissions', { query: { permissions: 'ADMINISTER,BROWSE_PROJECTS' } })
    .play(200, 'as an administrator')
    .play(200, 'anonymously', anonymous)
    .play(200, 'in a project', { query: { permissions: 'BROWSE_PROJECTS', projectKey: 'IT' } })
    .play(400, 'no permission named', { query: {} })
    .play(400, 'a permission that does not exist', { query: { permissions: 'FLY' } })
    .play(404, 'a project that does not exist', { query: { permissions: 'ADMINISTER', projectKey: 'NONE' } }),
  scenariosOf('jira getBulkPermissions', { body: { globalPermissions: ['ADMINISTER'] } })
    .play(200, 'for oneself')
    .play(200, 'with project permissions', {
      body: { projectPermissions: [{ permissions: ['BROWSE_PROJECTS'] }] },
    })
    .play(200, 'for another, as an administrator', {
      body: { accountId: someone, globalPermissions: ['USER_PICKER'] },
    })
    .play(403, 'for another, as nobody in particular', {
      as: withToken(people.contractor),
      body: { accountId: someone },
    })
    .play(400, 'a permission that does not exist', { body: { globalPermissions: ['FLY'] } }),
  scenariosOf('jira bulkGetGroups')
    .play(200, 'all groups')
    .play(200, 'the second page', { query: { startAt: 10, maxResults: 5 } })
    .play(200, 'by id and name', { query: { groupId: [groups.hrReaders], groupName: ['okta-finance'] } })
    .play(200, 'site admins', { query: { accessType: 'site-admin' } })
    .play(200, 'users of one application', { query: { accessType: 'user', applicationKey: 'jira-software' } })
    .play(400, 'an access type that does not exist', { query: { accessType: 'owner' } })
    .play(403, 'without the permission to browse', contractor)
    .play(500, 'when groups by access fail', {
      query: { accessType: 'site-admin' },
      before: (site) => Object.assign(site.conditions, { groupAccessFails: true }),
    }),
  scenariosOf('jira findGroups', { query: { query: 'confluence' } })
    .play(200, 'some groups')
    .play(200, 'with leavings', {
      query: { query: 'A', caseInsensitive: 'true', maxResults: 2, excludeId: [groups.addons] },
    })
    .play(200, 'anonymously', anonymous),
  scenariosOf('jira getUsersFromGroup', { query: { groupId: groups.confluenceUsers } })
    .play(200, 'active members')
    .play(200, 'inactive ones too', {
      query: { groupId: groups.jiraUsers, includeInactiveUsers: 'true', maxResults: 50 },
    })
    .play(400, 'no group named', { query: {} })
    .play(403, 'without the permission to browse', contractor)
    .play(404, 'a group that does not exist', { query: { groupId: NO_GROUP } }),
  scenariosOf('jira getGroup', { query: { groupId: groups.hrReaders } })
    .play(200, 'alone')
    .play(200, 'with its people', { query: { groupId: groups.hrReaders, expand: 'users' } })
    .play(400, 'two groups named', { query: { groupId: groups.hrReaders, groupname: 'hr-readers' } })
    .play(403, 'without the permission to browse', contractor)
    .play(404, 'a group that does not exist', { query: { groupname: 'no-such-group' } }),
  scenariosOf('jira findUsers', { query: { query: 'ra' } })
    .play(200, 'by the beginning of a name')
    .play(200, 'by account id', { query: { accountId: someone } })
    .play(200, 'anonymously', anonymous)
    .play(400, 'nothing asked for', { query: {} })
    .play(400, 'two things asked for', { query: { query: 'ra', accountId: someone } }),
  scenariosOf('jira getUser', { query: { accountId: someone } })
    .play(200, 'somebody')
    .play(200, 'expanded', { query: { accountId: someone, expand: 'groups,applicationRoles' } })
    .play(200, 'somebody deactivated', { query: { accountId: people.deactivated.accountId } })
    .play(403, 'without the permission to browse', contractor)
    .play(404, 'somebody unknown', { query: { accountId: NOBODY_ID } }),
  scenariosOf('jira bulkGetUsers', { query: { accountId: [someone, NOBODY_ID] } })
    .play(200, 'somebody known and somebody unknown')
    .play(400, 'nobody', { query: {}, broken: true })
    .play(403, 'without a Jira application', noJira),
  scenariosOf('jira getUserGroups', { query: { accountId: someone } })
    .play(200, 'of somebody')
    .play(403, 'without the permission to browse', contractor)
    .play(404, 'of somebody unknown', { query: { accountId: NOBODY_ID } }),
  scenariosOf('jira getAllUsers')
    .play(200, 'everybody')
    .play(400, 'a page that cannot be', { query: { startAt: 'soon' }, broken: true })
    .play(403, 'without the permission to browse', contractor)
    .play(409, 'when it takes too long', {
      before: (site) => Object.assign(site.conditions, { peopleListSlow: true }),
    }),
  scenariosOf('jira getAllApplicationRoles')
    .play(200, 'as an administrator')
    .play(403, 'as a plain user', { as: withToken(people.plainUser) }),
].flatMap(({ written }) => written);
