import { z } from 'zod';
import { RuleInput } from './rule';

/**
 * The shapes of what the browser sends. Strict: an unknown property is refused. The values of a form are only bounded
 * here; what they mean is the connector's business, which reads them field by field.
 */
const id = z.string().regex(/^[A-Za-z0-9-]{1,64}$/, 'Not an id of this app.');
const version = z.int().min(1);

/** The longest single value of a form, in characters: far above any real one, far below the platform's limits. */
export const MAX_VALUE_LENGTH = 4_000;
/** How many entries a list field may hold. */
export const MAX_LIST_LENGTH = 50;

const text = z.string().max(MAX_VALUE_LENGTH, 'This is too long.');
const list = z.array(text).max(MAX_LIST_LENGTH, `At most ${MAX_LIST_LENGTH} entries.`);

/** What was typed, by the connector's own field names. */
export const FormValues = z.record(z.string().regex(/^[a-z][A-Za-z]{0,40}$/), z.union([text, list]));
export type FormValues = z.output<typeof FormValues>;

export const ConnectionRef = z.strictObject({ id });
export const DraftRef = z.strictObject({ draft: id });
export const VersionedRef = z.strictObject({ id, version });

export const HistoryInput = z.strictObject({ id, cursor: z.string().max(2_000).exactOptional() });

/** `connection` is there when the credential is to replace that connection's own. */
export const CheckInput = z.strictObject({
  connector: z.string().max(40),
  connection: id.exactOptional(),
  values: FormValues,
});

/** Whose credential asks: a draft of the caller, or a saved connection. */
export const OptionSource = z.union([z.strictObject({ draft: id }), z.strictObject({ connection: id })]);

/**
 * `groups`: those that a connection gives by default, which open its application. `membership`: any group, for a rule.
 * `privileged`: for a privileged-access rule, which may name groups that are protected otherwise.
 */
export const optionKinds = ['person', 'groups', 'membership', 'privileged'] as const;

export const SearchInput = z.strictObject({
  source: OptionSource,
  kind: z.enum(optionKinds),
  query: z.string().max(200, 'At most 200 characters.'),
  cursor: z.string().max(2_000).exactOptional(),
});

export const DescribeInput = z.strictObject({
  source: OptionSource,
  kind: z.enum(optionKinds),
  ids: z.array(z.string().min(1).max(200)).max(MAX_LIST_LENGTH),
});

export const CreateInput = z.strictObject({ draft: id, values: FormValues });
export const UpdateInput = z.strictObject({ id, version, values: FormValues });
export const RotateInput = z.strictObject({ id, version, draft: id, values: FormValues });

export const SettingsInput = z.strictObject({
  version: z.int().min(0),
  adminGroups: z
    .array(z.string().trim().min(1, 'A group name cannot be empty.').max(255, 'At most 255 characters.'))
    .min(1, 'Name at least one group.')
    .max(20, 'At most 20 groups.'),
  strict: z.boolean(),
});

/** People and groups of the site's directory, whatever application they use. */
export const DirectorySearchInput = z.strictObject({
  kind: z.enum(['person', 'group']),
  query: z.string().max(200, 'At most 200 characters.'),
});
export const DirectoryDescribeInput = z.strictObject({
  kind: z.enum(['person', 'group']),
  ids: z.array(z.string().min(1).max(200)).max(MAX_LIST_LENGTH),
});

const deskId = z.string().regex(/^\d{1,19}$/, 'Not an id of a service desk.');
export const FormInput = z.strictObject({ deskId, requestTypeId: z.string().regex(/^\d{1,19}$/) });

export const RuleRef = z.strictObject({ id });
/** Those below this version: a page begins where the one before it has ended. */
export const VersionsInput = z.strictObject({ id, below: version.exactOptional() });
export const CreateRuleInput = z.strictObject({ rule: RuleInput });
export const UpdateRuleInput = z.strictObject({ id, version, rule: RuleInput });
/** Tries a rule as it is on the screen, saved or not, on an existing request. */
export const TryInput = z.strictObject({
  rule: RuleInput,
  issueKey: z
    .string()
    .trim()
    .regex(/^[A-Za-z][A-Za-z0-9_]{1,60}-\d{1,10}$/, 'Enter the key of a request, such as IT-42.'),
});

export const requestFilters = [
  'received',
  'awaiting-approval',
  'approved',
  'provisioning',
  'fulfilled',
  'partly-fulfilled',
  'ended',
  'failed',
  'declined',
  'refused',
  'void',
  'quarantined',
  'cancelled',
] as const;

/** Reasons for which a request needs an administrator, beside its own state: what is the matter with its grants. */
export const requestAlerts = [
  'overdue',
  'blocked',
  'waiting',
  'unasked',
  'unverified',
  'stopped',
  'drifted',
] as const;

const issueId = z.string().regex(/^\d{1,19}$/, 'Not a request of this app.');
export const RequestListInput = z.strictObject({
  state: z.enum(requestFilters).exactOptional(),
  /** Only those that need an administrator for this reason. Goes with no other filter. */
  alert: z.enum(requestAlerts).exactOptional(),
  person: z.string().min(1).max(128).exactOptional(),
  ruleId: id.exactOptional(),
  /** The key of a ticket, such as IT-42. */
  key: z.string().trim().max(70).exactOptional(),
  cursor: z.string().max(2_000).exactOptional(),
});
export const RequestRef = z.strictObject({ issueId });

const grantId = z.string().regex(/^[a-f0-9]{40}$/, 'Not a grant of this app.');
export const GrantRef = z.strictObject({ grantId });
/** A new end for a grant: later or earlier than the one it has. */
export const ExtendInput = z.strictObject({ grantId, until: z.iso.datetime('Enter a date and time.') });
