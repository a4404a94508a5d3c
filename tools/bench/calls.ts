import { acme } from '../simulator/atlassian/worlds/acme';
import { createSimulator, type Simulator } from '../simulator/simulator';
import { call, lastOf, useOf, type Use } from './measure';

interface Credential {
  readonly email: string;
  readonly token: string;
}

/** Longer than the app remembers the site's address, shorter than a draft lives. */
const SITE_FORGOTTEN_MS = 11 * 60_000;

const facts = {
  name: 'Corporate Confluence',
  applicationAdmin: acme.people.plainUser.accountId,
  defaultGroups: [acme.groups.confluenceUsers, acme.groups.hrReaders],
};

/** What the calls of one journey use. Check and save are counted as after a cold start: the site is asked for. */
export async function countCalls(kind: string, who: Credential): Promise<readonly Use[]> {
  const simulator = createSimulator();
  try {
    return await journey(simulator, kind, who);
  } finally {
    simulator.close();
  }
}

async function journey(
  simulator: Simulator,
  kind: string,
  { email, token }: Credential,
): Promise<readonly Use[]> {
  const uses: Use[] = [];
  const measured = async <T>(name: string, method: string, payload?: unknown): Promise<T> => {
    const value = await call<T>(simulator, method, payload);
    uses.push(useOf(`${name}${kind}`, lastOf(simulator)));
    return value;
  };
  await measured('open the panel', 'connector.list');
  const coldStart = () => simulator.clock.elapse(SITE_FORGOTTEN_MS);
  coldStart();
  const values = { adminEmail: email, apiToken: token };
  const { draft } = await measured<{ draft: string }>('check', 'credential.check', {
    connector: 'confluence',
    values,
  });
  const source = { draft };
  await measured('one search of people', 'option.search', { source, kind: 'person', query: 'ra' });
  await measured('one search of groups', 'option.search', { source, kind: 'groups', query: 're' });
  coldStart();
  await measured('save', 'connection.create', { draft, values: facts });
  await measured('list page', 'connection.list');
  return uses;
}
