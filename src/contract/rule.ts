import { z } from 'zod';

/**
 * A rule as the editor sends it. Bounds are checked here; what belongs together (a field's kind, an end that is
 * mandatory, overlaps with other rules) is judged by the app, which answers under the same paths, joined by dots.
 */
const id = z.string().min(1).max(200);
const name = z.string().max(300);

export const fieldKinds = [
  'option',
  'options',
  'person',
  'people',
  'date',
  'date-time',
  'number',
  'text',
] as const;
const FieldRef = z.strictObject({ id, name, kind: z.enum(fieldKinds) });
const OptionRef = z.strictObject({ id, label: name });
const StatusRef = z.strictObject({ id, name });
const GroupRef = z.strictObject({ id, name });
const hours = z
  .number('Enter a number of hours.')
  .positive('Enter a number greater than 0.')
  .max(366 * 24, 'At most 366 days.');

const Trigger = z.strictObject({
  deskId: z.string().min(1, 'Choose a service project.').max(200),
  projectId: id,
  projectName: name,
  requestTypeId: z.string().min(1, 'Choose a request type.').max(200),
  requestTypeName: name,
  conditions: z
    .array(
      z.strictObject({
        field: FieldRef,
        anyOf: z.array(OptionRef).min(1, 'Choose at least one option.').max(100),
      }),
    )
    .max(5, 'At most 5 conditions.'),
});

const choices = z
  .array(z.strictObject({ option: OptionRef, groups: z.array(GroupRef).min(1, 'Choose a group.').max(20) }))
  .min(1, 'Say what at least one option gives.')
  .max(200);

const Access = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('application-access'),
    field: FieldRef,
    applications: z
      .array(z.strictObject({ option: OptionRef, connectionId: id }))
      .min(1, 'Say which connection at least one option stands for.')
      .max(50),
  }),
  z.strictObject({
    kind: z.enum(['group-membership', 'privileged-access']),
    connectionId: z.string().min(1, 'Choose a connection.').max(64),
    by: z.enum(['level', 'groups']),
    field: FieldRef,
    choices,
  }),
]);

const Beneficiary = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('requester') }),
  z.strictObject({ kind: z.literal('person'), field: FieldRef }),
  z.strictObject({ kind: z.literal('email'), field: FieldRef, invite: z.boolean() }),
]);

const End = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('never') }),
  z.strictObject({ kind: z.literal('after'), hours }),
  z.strictObject({
    kind: z.literal('field'),
    field: FieldRef,
    required: z.boolean(),
    maxHours: hours.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('choice'),
    field: FieldRef,
    required: z.boolean(),
    choices: z
      .array(z.strictObject({ option: OptionRef, hours }))
      .min(1, 'Say how long at least one option is.')
      .max(50),
  }),
  z.strictObject({ kind: z.literal('hours'), field: FieldRef, required: z.boolean(), maxHours: hours }),
]);

const Source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('application-admin') }),
  z.strictObject({
    kind: z.literal('people'),
    ids: z.array(id).min(1, 'Choose at least one person.').max(50),
  }),
  z.strictObject({ kind: z.literal('group'), group: GroupRef }),
  z.strictObject({ kind: z.literal('field'), field: FieldRef }),
]);

const Approval = z.strictObject({
  by: z.enum(['record', 'status']),
  sources: z.array(Source).max(10),
  need: z.enum(['any', 'all']),
  count: z.int('Enter a whole number.').min(1, 'At least one.').max(20, 'At most 20.'),
  approversField: FieldRef.exactOptional(),
  remindAfterHours: hours.exactOptional(),
  cancelAfterHours: hours.exactOptional(),
  exempt: z.array(GroupRef).max(20),
});

export const RuleInput = z.strictObject({
  name: z.string().trim().min(1, 'Give the rule a name.').max(100, 'At most 100 characters.'),
  trigger: Trigger,
  access: Access,
  beneficiary: Beneficiary,
  end: End,
  reason: FieldRef.exactOptional(),
  approval: Approval,
  decision: z.strictObject({ approved: z.array(StatusRef).max(20), declined: z.array(StatusRef).max(20) }),
  outcome: z.strictObject({ fulfilled: StatusRef.exactOptional(), failed: StatusRef.exactOptional() }),
});
export type RuleInput = z.output<typeof RuleInput>;
