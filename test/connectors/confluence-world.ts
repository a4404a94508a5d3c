import type { Credential, Installation } from '../../src/connectors/connector';
import { Secret } from '../../src/domain/secret';
import type { WorldSeed } from '../../tools/simulator/atlassian/seed';
import { createSite } from '../../tools/simulator/atlassian/site';
import { siteInstallation } from '../../tools/simulator/atlassian/http';
import type { Variants } from '../../tools/simulator/atlassian/variants';
import { VirtualClock } from '../../tools/simulator/clock';
import { Faults } from '../../tools/simulator/faults';
import { groups, idOf, memberships, people, tokens } from './confluence-directory';

export { idOf, MANY } from './confluence-directory';

const seed: WorldSeed = {
  name: 'Acme',
  baseUrl: 'https://acme.atlassian.net',
  cloudId: '11111111-2222-4333-8444-555555555555',
  appAccountId: idOf('bot'),
  products: [
    { key: 'confluence', name: 'Confluence', defaultGroups: ['wiki-users'] },
    { key: 'jira-software', name: 'Jira', defaultGroups: ['jira'] },
  ],
  groups,
  people,
  memberships,
  tokens,
  work: { fields: [], statuses: [], workflows: [], projects: [] },
};

export interface WorldOptions {
  readonly variants?: Partial<Variants>;
  /** Which seeded token signs in. */
  readonly token?: string;
}

export function confluenceWorld({ variants = {}, token: id = 'olga' }: WorldOptions = {}) {
  const clock = new VirtualClock();
  const faults = new Faults();
  const site = createSite({ clock, seed, variants });
  const installation: Installation = siteInstallation(site, { faults, clock });
  const token = tokens.find((each) => each.id === id);
  if (!token) throw new Error(`The world has no token ${id}.`);
  const adminEmail = people.find(({ accountId }) => accountId === token.accountId)?.email ?? '';
  const typed = { adminEmail, apiToken: token.token };
  const found = token.scopes ? { base: 'gateway' } : { base: 'site' };
  const credential: Credential = { adminEmail, apiToken: new Secret(token.token), found };
  return { clock, faults, site, installation, typed, credential, token };
}

export const policy = { adminGroups: ['org-admins', 'site-admins'], strict: false };
