import type { Operation } from '../exchange';
import { getAllApplicationRoles } from './application-role';
import { createUser } from './create-user';
import { findGroups } from './group-picker';
import { bulkGetGroups, getGroup, getUsersFromGroup } from './groups';
import { getCurrentUser, getServerInfo } from './me';
import { addUserToGroup, removeUserFromGroup } from './membership';
import { getBulkPermissions, getMyPermissions } from './my-permissions';
import { peopleOperations } from './people';

export const jiraOperations: readonly Operation[] = [
  getServerInfo,
  getCurrentUser,
  getMyPermissions,
  getBulkPermissions,
  bulkGetGroups,
  findGroups,
  getUsersFromGroup,
  getGroup,
  addUserToGroup,
  removeUserFromGroup,
  ...peopleOperations,
  createUser,
  getAllApplicationRoles,
];
