import type { Operation } from '../exchange';
import { getAllApplicationRoles } from './application-role';
import { createUser } from './create-user';
import { getFields } from './field-list';
import { findGroups } from './group-picker';
import { bulkGetGroups, getGroup, getUsersFromGroup } from './groups';
import { addCommentOperation, getComments } from './issue-comments';
import { getEditIssueMeta } from './issue-edit-meta';
import { propertyOperations } from './issue-properties';
import { getChangeLogs, getIssue } from './issue-read';
import { doTransition, getTransitions } from './issue-transitions';
import { deleteIssueOperation, editIssueOperation } from './issue-write';
import { getCurrentUser, getServerInfo } from './me';
import { addUserToGroup, removeUserFromGroup } from './membership';
import { getBulkPermissions, getMyPermissions } from './my-permissions';
import { peopleOperations } from './people';
import { projectOperations } from './projects';
import { searchOperations } from './search';
import { searchWorkflows } from './workflows';

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
  getIssue,
  editIssueOperation,
  deleteIssueOperation,
  getEditIssueMeta,
  getChangeLogs,
  getTransitions,
  doTransition,
  getComments,
  addCommentOperation,
  ...propertyOperations,
  ...searchOperations,
  getFields,
  ...projectOperations,
  searchWorkflows,
];
