import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { adfOf } from '../../tools/simulator/atlassian/work/adf';
import { aGroupRule, aPolicy, fieldRef, levelChoice, optionRef } from './rules';
import { agent, approver } from './stage';
import { common, commonEdits, commonValues, groupWides, id, plain, someoneElse, type Wide } from './wide';

const { desk, groups, people } = acme;
const second = people.orgAdmin.accountId;
const triggerOf = (key: Wide['requestType']) => {
  const { id: requestTypeId, name: requestTypeName } = desk.requestTypes[key];
  return { ...aGroupRule('').trigger, requestTypeId, requestTypeName };
};

/** What an application gives where these requests are raised. */
export const defaultGroups = [groups.marketingWriters];

/** One of each kind of rule, and for memberships one of each kind of end. */
export const wides = (connectionId: string): readonly Wide[] => [
  ...groupWides(connectionId),
  {
    name: 'an application for whoever has an address',
    requestType: 'applicationAccess',
    isFor: ({ email }) => ({ reason: adfOf(email) }),
    approvers: [approver],
    rule: {
      approval: common.approval,
      trigger: triggerOf('applicationAccess'),
      access: {
        kind: 'application-access',
        field: fieldRef('targetApplication', 'option'),
        applications: ['Confluence', 'Design tool'].map((label) => ({
          option: optionRef('targetApplication', label),
          connectionId,
        })),
      },
      beneficiary: { kind: 'email', field: fieldRef('reason', 'text'), invite: false },
      end: { kind: 'field', field: fieldRef('expiresOn', 'date'), required: true },
    },
    values: {
      targetApplication: id('targetApplication', 'Confluence'),
      expiresOn: '2026-02-01',
      manager: approver,
    },
    edits: {
      reporter: someoneElse,
      targetApplication: id('targetApplication', 'Design tool'),
      reason: adfOf(people.projectAdmin.email),
      expiresOn: '2026-06-01',
      manager: agent,
    },
    groups: defaultGroups,
  },
  {
    ...plain,
    name: 'privileged access for some hours, with two approvals and a reason',
    requestType: 'privilegedAccess',
    approvers: [approver, second],
    rule: {
      ...common,
      trigger: triggerOf('privilegedAccess'),
      access: {
        kind: 'privileged-access',
        connectionId,
        by: 'level',
        field: fieldRef('accessLevel', 'option'),
        choices: [levelChoice('HR readers'), levelChoice('Legal reviewers')],
      },
      end: { kind: 'hours', field: fieldRef('hours', 'number'), required: true, maxHours: 48 },
      approval: aPolicy({
        sources: [
          { kind: 'field', field: fieldRef('manager', 'person') },
          { kind: 'people', ids: [approver, second] },
        ],
        count: 2,
      }),
    },
    values: { ...commonValues, accessLevel: id('accessLevel', 'HR readers'), hours: 10 },
    edits: { ...commonEdits, accessLevel: id('accessLevel', 'Legal reviewers'), hours: 40 },
    groups: [groups.hrReaders],
  },
];
