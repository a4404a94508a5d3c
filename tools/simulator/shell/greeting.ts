import { acme } from '../atlassian/worlds/acme';
import type { WorldDescription } from '../atlassian/worlds/describe';

/** What `npm start` tells: where the app is, who is there with which token, and what to type to connect Confluence. */
export function greeting(world: WorldDescription, address: string): string {
  const { email, name, token } = acme.people.orgAdmin;
  const signedUp = world.people.filter(({ tokens }) => tokens.length > 0);
  return [
    '',
    `  ${world.name}: ${signedUp.length} people with API tokens, ${world.people.length} in all.`,
    '',
    ...signedUp.flatMap(describePerson),
    '',
    '  To connect Confluence:',
    `    1. Open ${address}, as ${name} (at the top right), and choose App Connections.`,
    '    2. + Add Integration, Atlassian Confluence, and type',
    `         Connection Name    Confluence`,
    `         Admin Email        ${email}`,
    `         API Token          ${token}`,
    '    3. Choose an Application Admin and Default Groups, and press Connect Atlassian Confluence.',
    '',
    ...world.serviceDesks.map(describeDesk),
    '',
    `  To ask for access:     ${address}/servicedesk/customer/portals`,
    `  Who is in which group: ${address}/directory`,
    `  For scripts:           ${address}/_simulator/world`,
    '',
  ].join('\n');
}

type Described = WorldDescription['people'][number];

type Desk = WorldDescription['serviceDesks'][number];

const describeDesk = ({ projectKey, projectName, requestTypes }: Desk): string =>
  `  ${projectName} (${projectKey}) is asked for: ${requestTypes.map(({ name }) => name).join(', ')}`;

const describePerson = ({ displayName, email, tokens }: Described): readonly string[] => [
  `  ${displayName.padEnd(26)}${email}`,
  ...tokens.map(({ token, purpose }) => `    ${token}  ${purpose}`),
];
