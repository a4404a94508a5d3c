import { route } from '@forge/api';
import type { ServiceDesk } from '../../app/desk-ports';
import type { Clock } from '../../app/ports';
import { anything, findInJira } from '../jira';
import { readApprovals } from './approvals';
import { createListChanged } from './changed';
import { listDesks, readForm } from './forms';
import { move } from './move';
import { isId, isIssueKey, outOfSight } from './parts';
import { say } from './say';
import { readTicket } from './ticket';

/** Jira Service Management as the app's own account sees it, for one run. */
export const createServiceDesk = (clock: Clock, listChanged = createListChanged()): ServiceDesk => ({
  find: async (issueId) => (isId(issueId) ? readTicket(issueId) : undefined),
  findByKey: async (key) => (isIssueKey(key) ? readTicket(key) : undefined),
  approvals: readApprovals,

  /** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/ editIssue */
  async ask(issueId, fieldId, people) {
    const done = await findInJira(route`/rest/api/3/issue/${issueId}`, {
      method: 'PUT',
      body: { fields: { [fieldId]: people.map((accountId) => ({ accountId })) } },
      shape: anything,
    });
    if (!done) throw outOfSight();
  },

  say,
  move,
  changedSince: (since, projectIds, cursor) => listChanged({ since, now: clock.now(), projectIds, cursor }),
  listDesks,
  readForm,
});
