import { acme } from '../../simulator/atlassian/worlds/acme';
import { colleagues } from '../../simulator/atlassian/worlds/acme-people';

const { people } = acme;

function colleague(name: string) {
  const found = colleagues.find(({ displayName }) => displayName === name);
  if (!found) throw new Error(`Nobody on the site is called ${name}.`);
  return { accountId: found.accountId, name };
}

export const admin = people.orgAdmin;
export const approver = people.confluenceAdmin;
export const agent = people.userAccessAdmin;
/** Asks for access, and gets it. */
export const employee = colleague('Giorgos Papadakis');
/** Asks too, and nobody approves. */
export const hurried = colleague('Dana Cohen');

export const RULE = 'Team spaces for a working day';
export const LEVEL = 'HR readers';
export const GROUP = 'hr-readers';
export const SUMMARY = 'Check the HR handbook for the audit';
