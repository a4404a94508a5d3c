import type { Connector, Credential, Http, Installation, Target } from '../connector';
import type { Base } from './address';
import { check } from './check';
import { createClient } from './client';
import { credential, facts } from './facts';
import { fields } from './fields';
import { readGivable } from './givable';
import { describeGroups } from './group-options';
import { searchGroups } from './group-search';
import { invite } from './invite';
import { look } from './look';
import { members } from './members';
import { comesTrue, GROUP, MEMBER, holdings } from './membership';
import { operations } from './operations';
import { mustNotBind } from './own-account';
import { findByEmail, principalOf, readUser } from './people';
import { describePeople, searchPeople } from './people-options';
import { readAhead } from './read-ahead';
import { revoke } from './revoke';
import { shareReads } from './shared-reads';
import { jiraUser } from './shapes';

export const confluence: Connector = {
  key: 'confluence',
  name: 'Atlassian Confluence',
  description: 'Gives and takes access to Confluence on this site through its groups.',
  fields,
  facts,
  credential,
  groupEntitlement: ({ id, name }) => ({ resource: { kind: GROUP, id, name }, role: MEMBER }),
  open,
};

function open(signIn: Credential, installation: Installation): Target {
  const { site, wait, remember } = installation;
  const clientsOver = (http: Http) => ({
    site: createClient(signIn, { ...installation, http }, 'site'),
    gateway: createClient(signIn, { ...installation, http }, 'gateway'),
  });
  const clients = clientsOver(installation.http);
  const shared = shareReads(installation.http);
  const describing = clientsOver(shared.http);
  let base = baseOf(signIn.found['base']);
  const client = () => clients[base ?? 'site'];
  const callToDescribe = () => describing[base ?? 'site'].call;
  let own = signIn.found['accountId'];
  const ownAccount = async () =>
    (own ??= (await client().call(operations.myself, { shape: jiraUser })).accountId);
  const means = () => ({ call: client().call, wait, remember, ownAccount });

  return {
    async check(policy) {
      const report = await check({ adminEmail: signIn.adminEmail, base, clients, host: site.host }, policy);
      base = baseOf(report.found['base']);
      return report;
    },
    searchPeople: (query, cursor) => searchPeople(client(), site, { query, cursor }),
    searchGroups: (query, cursor, options) => searchGroups(client().call, { query, cursor }, options),
    describePeople: (ids) => shared.during(() => describePeople(callToDescribe(), ids)),
    describeGroups: (ids, options) => shared.during(() => describeGroups(callToDescribe(), ids, options)),
    async find(id) {
      const user = await readUser(client().call, id);
      return user && principalOf(user);
    },
    findByEmail: (email) => findByEmail(client(), email),
    holdings: (who) => holdings(client().call, who),
    async mustBeGivable(what, { to, ...naming } = {}) {
      await readGivable(means(), what, naming);
      if (to) await mustNotBind(means(), to, what.resource.id);
    },
    members: (what) => members(client().call, what),
    look: (who, what, options) => look(means(), { who, what }, options),
    grant: async (who, what, options) => (await look(means(), { who, what }, options)).give(),
    revoke: (who, what, options) => revoke(means(), { who, what }, options),
    readAhead: (ending) => readAhead(means(), ending),
    invite: (email) => invite(client(), email),
    isSeen: (id) => comesTrue(wait, async () => (await readUser(client().call, id)) !== undefined),
  };
}

/** What an earlier check found out. Anything else is taken for nothing found. */
const baseOf = (text: string | undefined): Base | undefined =>
  text === 'site' || text === 'gateway' ? text : undefined;
