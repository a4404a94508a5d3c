import type { Field } from '../connector';
import { scopes } from './operations';

/** What the connect panel asks for, in this order. The site is not asked for: it is the installation's own. */
export const fields: readonly Field[] = [
  {
    name: 'name',
    kind: 'text',
    label: 'Connection Name',
    help: 'What other admins will see, for example "Corporate Confluence". At most 100 characters.',
    required: true,
  },
  {
    name: 'adminEmail',
    kind: 'email',
    label: 'Admin Email',
    help:
      'The address of the organization admin whose account changes group membership. ' +
      'The account needs Confluence on this site.',
    required: true,
  },
  {
    name: 'apiToken',
    kind: 'secret',
    label: 'API Token',
    help:
      'Made by that account at id.atlassian.com → Security → API tokens. Tokens with and without scopes both work. ' +
      `A token with scopes needs: ${scopes.join(', ')}.`,
    required: true,
  },
  {
    name: 'tokenExpiresOn',
    kind: 'date',
    label: 'Token expiry date',
    help:
      'Shown beside the token at id.atlassian.com → Security → API tokens. ' +
      'Atlassian does not tell apps, so we warn you by the date you enter here.',
    required: false,
  },
  {
    name: 'applicationAdmin',
    kind: 'person',
    label: 'Application Admin',
    help: 'The person in charge of Confluence and of this connection. Anyone with a Confluence licence can be chosen.',
    required: true,
  },
  {
    name: 'defaultGroups',
    kind: 'groups',
    label: 'Default Groups',
    help:
      'The groups that every new Confluence user joins. You see them at admin.atlassian.com → your organization → ' +
      'Directory → Groups, with the Application filter set to Confluence.',
    required: true,
  },
];
