import { confluence } from '../../src/connectors/confluence';
import type { Http, Installation } from '../../src/connectors/connector';
import { isAccepted } from '../../src/domain/check';
import { Secret } from '../../src/domain/secret';
import type { Stage } from '../contracts/connector.contract';

/** What has to be known of a real site, and why. */
export const needed = {
  SITE_URL: 'the site, e.g. https://example.atlassian.net',
  ADMIN_EMAIL: 'the address of an organization admin with Confluence',
  API_TOKEN: 'a token of that account, with or without scopes',
  PERSON_EMAIL: 'a Confluence user whose address is visible, and who may be put into the group and out of it',
  GROUP_NAME: 'a group that opens Confluence, in which that person is not',
} as const;

/** May be left out: ADMIN_GROUPS (names, with commas between), STRANGER_EMAIL (will really be invited). */
export type Environment = Readonly<Record<string, string | undefined>>;

export const missing = (env: Environment): readonly string[] =>
  Object.entries(needed).flatMap(([name, why]) => (env[name] ? [] : [`  ${name.padEnd(13)} ${why}`]));

interface Means {
  readonly env: Environment;
  readonly http: Http;
  readonly wait: Installation['wait'];
}

/** Nothing is remembered: the slow way has to work, too. */
const remember: Installation['remember'] = (_what, read) => read();

/** A real site as the contract wants to see it. Reads nothing but what the environment names. */
export async function liveStage({ env, http, wait }: Means): Promise<Stage> {
  const read = (name: keyof typeof needed): string => env[name] ?? '';
  const site = new URL(read('SITE_URL'));
  const cloudId = await readCloudId(site, http);
  const installation = { site, cloudId, http, wait, remember };
  const adminGroups = (env['ADMIN_GROUPS'] ?? 'org-admins,site-admins').split(',');
  const policy = { adminGroups, strict: false };
  const typed = { adminEmail: read('ADMIN_EMAIL'), apiToken: new Secret(read('API_TOKEN')), found: {} };

  const { lines, found } = await confluence.open(typed, installation).check(policy);
  if (!isAccepted(lines))
    throw new Error(`The credential is refused: ${JSON.stringify(lines, undefined, 2)}`);
  const credential = { ...typed, found };
  const target = confluence.open(credential, installation);
  const person = await target.findByEmail(read('PERSON_EMAIL'));
  if (person.kind !== 'found') throw new Error('PERSON_EMAIL is nobody’s address, or it is hidden.');
  const { items } = await target.searchGroups(read('GROUP_NAME'));
  const group = items.find(({ name }) => name === read('GROUP_NAME'));
  if (!group || group.blocked !== undefined) throw new Error(`GROUP_NAME: ${group?.blocked ?? 'not found'}`);

  const what = { resource: { kind: 'confluence-group', id: group.id, name: group.name }, role: 'member' };
  await target.revoke(person.principal, what);
  return {
    connector: confluence,
    installation,
    credential,
    policy,
    homes: [`${site.origin}/rest/api/3/`, `${site.origin}/wiki/rest/api/`].concat(
      ['jira', 'confluence'].map((product) => `https://api.atlassian.com/ex/${product}/${cloudId}/`),
    ),
    who: person.principal,
    email: read('PERSON_EMAIL'),
    what,
    ...(env['STRANGER_EMAIL'] !== undefined && { stranger: env['STRANGER_EMAIL'] }),
    nobody: 'nobody-of-this-name',
    pause: (seconds) => wait(seconds * 1000),
  };
}

/** Told to anybody who asks, without a credential. */
async function readCloudId(site: URL, http: Http): Promise<string> {
  const { text } = await http({ method: 'GET', url: new URL('/_edge/tenant_info', site), headers: {} });
  const told: unknown = JSON.parse(text);
  if (typeof told === 'object' && told !== null && 'cloudId' in told && typeof told.cloudId === 'string') {
    return told.cloudId;
  }
  throw new Error(`${site.host} is no Atlassian site.`);
}
