import type { RuleInput } from '../../src/contract/rule';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { aGroupRule, fieldRef, levelChoice, optionRef, statusRef } from '../journeys/rules';

const { desk, people } = acme;
const triggerOf = (type: { readonly id: string; readonly name: string }): RuleInput['trigger'] => ({
  deskId: desk.it.desk.id,
  projectId: desk.it.id,
  projectName: desk.it.name,
  requestTypeId: type.id,
  requestTypeName: type.name,
  conditions: [],
});

export const ids = {
  firstApprover: people.confluenceAdmin.accountId,
  secondApprover: people.projectAdmin.accountId,
  applicationAdmin: people.plainUser.accountId,
};

/** One approver, for two hours. */
export const teamRule = (connectionId: string): RuleInput =>
  aGroupRule(connectionId, {
    end: { kind: 'after', hours: 2 },
    approval: {
      by: 'record',
      sources: [{ kind: 'people', ids: [ids.firstApprover, ids.secondApprover] }],
      need: 'any',
      count: 1,
      approversField: fieldRef('approvers', 'people'),
      exempt: [],
    },
  });

/** Two of three approvers, for as many hours as the request says. It overlaps with the first rule in two groups. */
export const sharedRule = (connectionId: string): RuleInput =>
  aGroupRule(connectionId, {
    name: 'Shared reading',
    trigger: triggerOf(desk.requestTypes.privilegedAccess),
    access: {
      kind: 'group-membership',
      connectionId,
      by: 'level',
      field: fieldRef('accessLevel', 'option'),
      choices: [levelChoice('HR readers'), levelChoice('Legal reviewers')],
    },
    end: { kind: 'hours', field: fieldRef('hours', 'number'), required: true, maxHours: 12 },
    approval: {
      by: 'record',
      sources: [{ kind: 'people', ids: [ids.firstApprover, ids.secondApprover, ids.applicationAdmin] }],
      need: 'any',
      count: 2,
      approversField: fieldRef('approvers', 'people'),
      exempt: [],
    },
  });

/** For somebody else, both default groups of the connection, until the end of a day where that person lives. */
export const applicationRule = (connectionId: string): RuleInput =>
  aGroupRule(connectionId, {
    name: 'Application access',
    trigger: triggerOf(desk.requestTypes.applicationAccess),
    access: {
      kind: 'application-access',
      field: fieldRef('targetApplication', 'option'),
      applications: [{ option: optionRef('targetApplication', 'Confluence'), connectionId }],
    },
    beneficiary: { kind: 'person', field: fieldRef('forWhom', 'person') },
    end: { kind: 'field', field: fieldRef('expiresOn', 'date'), required: true, maxHours: 72 },
    approval: {
      by: 'record',
      sources: [{ kind: 'application-admin' }],
      need: 'any',
      count: 1,
      approversField: fieldRef('approvers', 'people'),
      exempt: [],
    },
    outcome: { fulfilled: statusRef('completed'), failed: statusRef('needsAttention') },
  });
