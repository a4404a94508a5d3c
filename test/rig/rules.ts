import type { RuleInput } from '../../src/contract/rule';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { groups } from '../../tools/simulator/atlassian/worlds/acme-groups';
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

const whereLevel = (...labels: readonly Parameters<typeof levelChoice>[0][]) => [
  {
    field: fieldRef('accessLevel', 'option'),
    anyOf: labels.map((label) => optionRef('accessLevel', label)),
  },
];

/** One approver, for two hours. One of its levels gives nothing. */
export const teamRule = (connectionId: string): RuleInput =>
  aGroupRule(connectionId, {
    trigger: {
      ...triggerOf(desk.requestTypes.groupMembership),
      conditions: whereLevel('HR readers', 'Legal reviewers', 'Marketing space editors', 'Security team'),
    },
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

/**
 * Privileged: two of three approvers, a reason, and as many hours as the request says. It overlaps with the first rule
 * in two groups.
 */
export const sharedRule = (connectionId: string): RuleInput =>
  aGroupRule(connectionId, {
    name: 'Elevated reading',
    trigger: triggerOf(desk.requestTypes.privilegedAccess),
    access: {
      kind: 'privileged-access',
      connectionId,
      by: 'level',
      field: fieldRef('accessLevel', 'option'),
      choices: [levelChoice('HR readers'), levelChoice('Legal reviewers')],
    },
    end: { kind: 'hours', field: fieldRef('hours', 'number'), required: true, maxHours: 12 },
    reason: fieldRef('reason', 'text'),
    approval: {
      by: 'record',
      sources: [{ kind: 'people', ids: [ids.firstApprover, ids.secondApprover, ids.applicationAdmin] }],
      need: 'any',
      count: 2,
      approversField: fieldRef('approvers', 'people'),
      exempt: [],
    },
  });

const offered = ({ id, name }: { readonly id: string; readonly name: string }) => ({
  option: optionRef('requestedGroups', name),
  groups: [{ id, name }],
});

/**
 * Groups that whoever asks names themselves, out of a list. Approved by their manager, who has to be one of the
 * security team as well; for as long as an option says. Told apart from the first rule by the level.
 */
export const namedRule = (connectionId: string): RuleInput =>
  aGroupRule(connectionId, {
    name: 'Requested groups',
    trigger: {
      ...triggerOf(desk.requestTypes.groupMembership),
      conditions: whereLevel('Finance auditors'),
    },
    access: {
      kind: 'group-membership',
      connectionId,
      by: 'groups',
      field: fieldRef('requestedGroups', 'options'),
      choices: [groups.hrReaders, groups.phoenix, groups.marketingWriters].map(offered),
    },
    end: {
      kind: 'choice',
      field: fieldRef('duration', 'option'),
      required: true,
      choices: [
        { option: optionRef('duration', '8 hours'), hours: 8 },
        { option: optionRef('duration', '1 day'), hours: 24 },
      ],
    },
    approval: {
      by: 'record',
      sources: [
        { kind: 'group', group: { id: groups.securityTeam.id, name: groups.securityTeam.name } },
        { kind: 'field', field: fieldRef('manager', 'person') },
      ],
      need: 'all',
      count: 1,
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
