import type { RuleInput } from '../../src/contract/rule';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { accessLevels } from '../../tools/simulator/atlassian/worlds/acme-desk-fields';

const { desk } = acme;
type FieldKey = keyof typeof desk.fields;
type Kind = RuleInput['trigger']['conditions'][number]['field']['kind'];

/** A field as a rule names it. */
export const fieldRef = (key: FieldKey, kind: Kind) => ({
  id: desk.fields[key].id,
  name: desk.fields[key].name,
  kind,
});

/** An option as a rule names it, by its label. */
export function optionRef(key: FieldKey, label: string) {
  const found = desk.fields[key].options.find(({ value }) => value === label);
  if (!found) throw new Error(`The field ${key} has no option ${label}.`);
  return { id: found.id, label };
}

export const statusRef = (key: keyof typeof desk.statuses) => ({
  id: desk.statuses[key].id,
  name: desk.statuses[key].name,
});

type Level = keyof typeof accessLevels;
export const levelChoice = (label: Level) => ({
  option: optionRef('accessLevel', label),
  groups: [{ id: accessLevels[label].id, name: accessLevels[label].name }],
});

/** The level "HR readers" stands for all of these groups, and is the only one. */
export const oneLevelFor = (
  connectionId: string,
  groups: readonly { readonly id: string; readonly name: string }[],
): RuleInput['access'] => ({
  kind: 'group-membership',
  connectionId,
  by: 'level',
  field: fieldRef('accessLevel', 'option'),
  choices: [
    { option: optionRef('accessLevel', 'HR readers'), groups: groups.map(({ id, name }) => ({ id, name })) },
  ],
});

/** Those of HR readers, then those of legal reviewers. */
export const twoGroups = [...levelChoice('HR readers').groups, ...levelChoice('Legal reviewers').groups];

/** Mei-Ling Chen approves, by the service desk's record. */
export const aPolicy = (over: Partial<RuleInput['approval']> = {}): RuleInput['approval'] => ({
  by: 'record',
  sources: [{ kind: 'people', ids: [acme.people.confluenceAdmin.accountId] }],
  need: 'any',
  count: 1,
  approversField: fieldRef('approvers', 'people'),
  exempt: [],
  ...over,
});

/** Membership of a group for eight hours, approved by Mei-Ling Chen, on the desk of IT. */
export function aGroupRule(connectionId: string, over: Partial<RuleInput> = {}): RuleInput {
  return {
    name: 'Team spaces',
    trigger: {
      deskId: desk.it.desk.id,
      projectId: desk.it.id,
      projectName: desk.it.name,
      requestTypeId: desk.requestTypes.groupMembership.id,
      requestTypeName: desk.requestTypes.groupMembership.name,
      conditions: [],
    },
    access: {
      kind: 'group-membership',
      connectionId,
      by: 'level',
      field: fieldRef('accessLevel', 'option'),
      choices: [
        levelChoice('HR readers'),
        levelChoice('Marketing space editors'),
        levelChoice('Legal reviewers'),
      ],
    },
    beneficiary: { kind: 'requester' },
    end: { kind: 'after', hours: 8 },
    approval: aPolicy(),
    decision: { approved: [statusRef('waitingForImplementation')], declined: [statusRef('declined')] },
    outcome: { fulfilled: statusRef('completed'), failed: statusRef('needsAttention') },
    ...over,
  };
}
