import type { RuleInput } from '../../src/contract/rule';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { adfOf } from '../../tools/simulator/atlassian/work/adf';
import type { Person } from '../../tools/simulator/atlassian/model';
import { aGroupRule, aPolicy, fieldRef, levelChoice, optionRef } from './rules';
import { agent, approver } from './stage';

const { desk, groups, people } = acme;
type FieldKey = keyof typeof desk.fields;
type Values = Partial<Record<FieldKey, unknown>>;
export type Whom = Pick<Person, 'accountId' | 'email'>;

/** A request that a rule reads much of, as it is raised, and every edit that would make it another request. */
export interface Wide {
  readonly name: string;
  readonly requestType: 'groupMembership' | 'privilegedAccess' | 'applicationAccess';
  readonly rule: Partial<RuleInput>;
  readonly values: Values;
  /** What says that it is for this person. */
  readonly isFor: (person: Whom) => Values;
  /** All of them have to approve. */
  readonly approvers: readonly string[];
  readonly edits: Partial<Record<FieldKey | 'reporter', unknown>>;
  /** Ids of what is asked for at first. */
  readonly groups: readonly string[];
}

export const someone = people.plainUser;
export const someoneElse = people.projectAdmin.accountId;

export const id = (key: FieldKey, label: string) => optionRef(key, label).id;
const byName = (name: string, groupId: string) => ({
  option: optionRef('requestedGroups', name),
  groups: [{ id: groupId, name }],
});

const { access } = aGroupRule('');
export const conditions = (key: FieldKey, labels: readonly string[]) => ({
  ...aGroupRule('').trigger,
  conditions: [{ field: fieldRef(key, 'option'), anyOf: labels.map((label) => optionRef(key, label)) }],
});

export const common = {
  beneficiary: { kind: 'person', field: fieldRef('forWhom', 'person') },
  reason: fieldRef('reason', 'text'),
  approval: aPolicy({
    sources: [
      { kind: 'field', field: fieldRef('manager', 'person') },
      { kind: 'people', ids: [approver] },
    ],
  }),
} satisfies Partial<RuleInput>;

export const plain = {
  requestType: 'groupMembership',
  isFor: ({ accountId }) => ({ forWhom: accountId }),
  approvers: [approver],
} satisfies Partial<Wide>;
export const commonValues = { reason: adfOf('I join the team.'), manager: approver };
export const commonEdits = {
  reporter: someoneElse,
  forWhom: someoneElse,
  reason: adfOf('I join another team.'),
  manager: agent,
};

/** Together they read a field of every kind, and each may be told of by its connection alone. */
export const groupWides = (connectionId: string): readonly Wide[] => [
  {
    ...plain,
    name: 'several groups until a date, under a condition',
    rule: {
      ...common,
      trigger: conditions('duration', ['8 hours', '1 day']),
      access: {
        kind: 'group-membership',
        connectionId,
        by: 'groups',
        field: fieldRef('requestedGroups', 'options'),
        choices: [
          byName('hr-readers', groups.hrReaders),
          byName('legal-reviewers', groups.legalReviewers),
          byName('marketing-writers', groups.marketingWriters),
        ],
      },
      end: { kind: 'field', field: fieldRef('expiresOn', 'date'), required: true },
    },
    values: {
      ...commonValues,
      duration: id('duration', '8 hours'),
      requestedGroups: [id('requestedGroups', 'hr-readers'), id('requestedGroups', 'legal-reviewers')],
      expiresOn: '2026-02-01',
    },
    edits: {
      ...commonEdits,
      duration: id('duration', '1 day'),
      requestedGroups: [id('requestedGroups', 'marketing-writers'), id('requestedGroups', 'hr-readers')],
      expiresOn: '2026-06-01',
    },
    groups: [groups.hrReaders, groups.legalReviewers],
  },
  {
    ...plain,
    name: 'an access level until an instant',
    rule: {
      ...common,
      access: { ...access, ...{ connectionId } },
      end: { kind: 'field', field: fieldRef('expiresAt', 'date-time'), required: true },
    },
    values: {
      ...commonValues,
      accessLevel: id('accessLevel', 'HR readers'),
      expiresAt: '2026-02-01T10:00:00.000Z',
    },
    edits: {
      ...commonEdits,
      accessLevel: id('accessLevel', 'Legal reviewers'),
      expiresAt: '2026-06-01T10:00:00.000Z',
    },
    groups: [groups.hrReaders],
  },
  {
    ...plain,
    name: 'an access level of two groups for some hours',
    rule: {
      ...common,
      access: {
        kind: 'group-membership',
        connectionId,
        by: 'level',
        field: fieldRef('accessLevel', 'option'),
        choices: [
          {
            option: optionRef('accessLevel', 'HR readers'),
            groups: [...levelChoice('HR readers').groups, ...levelChoice('Legal reviewers').groups],
          },
          levelChoice('Marketing space editors'),
        ],
      },
      end: { kind: 'hours', field: fieldRef('hours', 'number'), required: true, maxHours: 200 },
    },
    values: { ...commonValues, accessLevel: id('accessLevel', 'HR readers'), hours: 100 },
    edits: { ...commonEdits, accessLevel: id('accessLevel', 'Marketing space editors'), hours: 150 },
    groups: [groups.hrReaders, groups.legalReviewers],
  },
  {
    ...plain,
    name: 'an access level for a chosen time',
    rule: {
      ...common,
      access: { ...access, ...{ connectionId } },
      end: {
        kind: 'choice',
        field: fieldRef('duration', 'option'),
        required: true,
        choices: [
          { option: optionRef('duration', '7 days'), hours: 168 },
          { option: optionRef('duration', '30 days'), hours: 720 },
        ],
      },
    },
    values: {
      ...commonValues,
      accessLevel: id('accessLevel', 'HR readers'),
      duration: id('duration', '7 days'),
    },
    edits: { ...commonEdits, duration: id('duration', '30 days') },
    groups: [groups.hrReaders],
  },
];

/** Every group that any of them could give. */
export const everyGroup = [groups.hrReaders, groups.legalReviewers, groups.marketingWriters];

/** By the ids of the fields. */
export const byId = (values: Values): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      const found = Object.entries(desk.fields).find(([name]) => name === key);
      if (!found) throw new Error(`There is no field ${key}.`);
      return [found[1].id, value];
    }),
  );
