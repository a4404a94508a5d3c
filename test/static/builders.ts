import type {
  CheckLineView,
  ConnectionView,
  ConnectorView,
  CredentialView,
  FieldView,
  OptionView,
} from '@contract/views';

const field = (name: string, kind: FieldView['kind'], label: string): FieldView => ({
  name,
  kind,
  label,
  help: `Help for ${label}.`,
  required: kind !== 'date',
});

/** A connector that no code of the page knows. */
export const wiki: ConnectorView = {
  key: 'wiki',
  name: 'Acme Wiki',
  description: 'Gives access to the wiki.',
  fields: [
    field('name', 'text', 'Connection Name'),
    field('adminEmail', 'email', 'Admin Email'),
    field('apiToken', 'secret', 'API Token'),
    field('tokenExpiresOn', 'date', 'Token Expiry Date'),
    field('applicationAdmin', 'person', 'Application Admin'),
    field('defaultGroups', 'groups', 'Default Groups'),
  ],
};

export const aLine = (line: Partial<CheckLineView> = {}): CheckLineView => ({
  key: 'identity',
  label: 'The token works',
  outcome: 'passed',
  finding: 'It belongs to Ada Admin.',
  ...line,
});

export const aConnection = (connection: Partial<ConnectionView> = {}): ConnectionView => ({
  id: 'c-1',
  version: 3,
  connector: 'wiki',
  connectorName: 'Acme Wiki',
  name: 'Team wiki',
  account: 'ada',
  applicationAdmin: 'ada',
  defaultGroups: ['g-1'],
  health: { state: 'healthy', checkedAt: '2026-01-05T11:00:00.000Z', lines: [aLine()] },
  usedBy: [],
  createdAt: '2026-01-01T11:00:00.000Z',
  changedAt: '2026-01-02T11:00:00.000Z',
  ...connection,
});

export const accepted: CredentialView = {
  draft: 'd-1',
  draftExpiresAt: '2026-01-05T12:30:00.000Z',
  account: { id: 'ada', name: 'Ada Admin' },
  lines: [aLine()],
};

export const refusedCredential: CredentialView = {
  lines: [
    aLine(),
    aLine({
      key: 'email-matches',
      label: 'The email belongs to the token',
      outcome: 'failed',
      finding: 'The token belongs to somebody else.',
      remedy: 'Enter the email of the account that made the token.',
      field: 'adminEmail',
    }),
  ],
};

export const anOption = (id: string, option: Partial<OptionView> = {}): OptionView => ({
  id,
  name: `Name of ${id}`,
  ...option,
});
