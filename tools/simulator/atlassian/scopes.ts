import type { DocumentName } from './exchange';
import { workScopes } from './jira/work-scopes';
import { jsmScopes } from './jsm/scopes';

/**
 * The scopes that each operation needs: all of the classic ones, or all of the granular ones. Taken from
 * `x-atlassian-oauth2-scopes` of the OpenAPI documents; `npm run contract` fails when the two differ.
 */
export const scopesOf: Readonly<
  Record<DocumentName, Readonly<Record<string, readonly (readonly string[])[]>>>
> = {
  jira: {
    getServerInfo: [[], []],
    getCurrentUser: [
      ['read:jira-user'],
      ['read:application-role:jira', 'read:group:jira', 'read:user:jira', 'read:avatar:jira'],
    ],
    getMyPermissions: [['read:jira-work'], ['read:permission:jira']],
    getBulkPermissions: [[], ['read:permission:jira']],
    bulkGetGroups: [['read:jira-user'], ['read:group:jira']],
    findGroups: [['read:jira-user'], ['read:group:jira']],
    getUsersFromGroup: [
      ['manage:jira-configuration'],
      ['read:group:jira', 'read:user:jira', 'read:avatar:jira'],
    ],
    addUserToGroup: [
      ['manage:jira-configuration'],
      ['write:group:jira', 'read:avatar:jira', 'read:group:jira', 'read:user:jira'],
    ],
    removeUserFromGroup: [['manage:jira-configuration'], ['write:group:jira']],
    getGroup: [['read:jira-user'], ['read:group:jira', 'read:user:jira', 'read:avatar:jira']],
    getUser: [
      ['read:jira-user'],
      ['read:application-role:jira', 'read:group:jira', 'read:user:jira', 'read:avatar:jira'],
    ],
    createUser: [['manage:jira-configuration'], ['write:user:jira']],
    findUsers: [
      ['read:jira-user'],
      [
        'read:user:jira',
        'read:user.property:jira',
        'read:application-role:jira',
        'read:avatar:jira',
        'read:group:jira',
      ],
    ],
    bulkGetUsers: [
      ['read:jira-user'],
      ['read:application-role:jira', 'read:group:jira', 'read:user:jira', 'read:avatar:jira'],
    ],
    getUserGroups: [['read:jira-user'], ['read:group:jira']],
    getAllUsers: [
      ['read:jira-user'],
      ['read:user:jira', 'read:application-role:jira', 'read:avatar:jira', 'read:group:jira'],
    ],
    getAllApplicationRoles: [['manage:jira-configuration'], ['read:application-role:jira']],
    ...workScopes,
  },
  jsm: jsmScopes,
  'confluence-v1': {
    getGroups: [['read:confluence-groups'], ['read:group:confluence']],
    getGroupByGroupId: [['read:confluence-groups'], ['read:group:confluence']],
    getGroupMembersByGroupId: [['read:confluence-groups'], ['read:group:confluence', 'read:user:confluence']],
    addUserToGroupByGroupId: [['write:confluence-groups'], ['write:group:confluence']],
    removeMemberFromGroupByGroupId: [['write:confluence-groups'], ['write:group:confluence']],
    getGroupMembershipsForUser: [['read:confluence-user'], ['read:user:confluence', 'read:group:confluence']],
    getCurrentUser: [['read:confluence-user'], ['read:content-details:confluence']],
    getUser: [['read:confluence-user'], ['read:content-details:confluence']],
    searchUser: [['read:content-details:confluence']],
  },
  'confluence-v2': {
    createBulkUserLookup: [['read:user:confluence']],
    checkAccessByEmail: [['read:configuration:confluence']],
    inviteByEmail: [['read:configuration:confluence']],
  },
};
