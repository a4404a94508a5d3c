import { Fault } from '../../domain/fault';
import type { AdminPolicy, CheckReport } from '../connector';
import type { Base } from './address';
import { jiraSiteAdminIds } from './admin-groups';
import { judgeAccount, judgeAdmin, judgeEmail } from './check-account';
import { inOrder, keptOut, passed, scopesMissing, tokenRefused, type Line } from './check-lines';
import { judgeConfluence, probe, readOwnGroups, unlessClosed } from './check-rights';
import type { Call, Client } from './client';
import { groupsFrom } from './lists';
import { operations } from './operations';
import { hasLicence, principalOf } from './people';
import { MissingScope } from './refusals';
import { jiraUser, type JiraUser } from './shapes';

interface Means {
  readonly adminEmail: string;
  /** Undefined: not found out yet. */
  readonly base: Base | undefined;
  readonly clients: Readonly<Record<Base, Client>>;
  /** The host of the site, to be named in what was found. */
  readonly host: string;
}

/** At most seven calls: whose token it is, on the site and then on the gateway, and then what the account may do. */
export async function check(
  { adminEmail, base, clients, host }: Means,
  policy: AdminPolicy,
): Promise<CheckReport> {
  const signed = await signIn(clients, base);
  if ('refused' in signed) return refusedBy(signed.refused);
  const { me, caller } = signed;
  const found = { base: signed.base, accountId: me.accountId };
  const first = [judgeEmail({ me, caller, adminEmail }), judgeAccount(me)];
  const accepted = passed('token-accepted', signed.base === 'site' ? unscoped(host) : SCOPED);
  const account = principalOf(me);
  if (first.some(({ outcome }) => outcome === 'failed')) {
    return {
      lines: inOrder([accepted, ...first]),
      account,
      found,
    };
  }

  const { lines, missing } = await examine(clients[signed.base].call, signed, policy);
  const token = missing.length > 0 ? scopesMissing(missing) : accepted;
  return {
    lines: inOrder([token, ...first, ...lines]),
    account,
    found,
  };
}

const unscoped = (host: string): string => `A token without scopes, accepted at ${host}.`;
const SCOPED = 'A token with scopes, accepted at api.atlassian.com.';

type Signed = { readonly base: Base; readonly me: JiraUser; readonly caller: string | undefined };

/** A token with scopes is refused by the site as a wrong one would be, so the gateway is asked before that is said. */
async function signIn(
  clients: Means['clients'],
  known: Base | undefined,
): Promise<Signed | { refused: Line }> {
  let refused = tokenRefused;
  for (const base of known ? [known] : (['site', 'gateway'] as const)) {
    try {
      const ask = { shape: jiraUser, query: [['expand', 'groups']] as const };
      const { value: me, caller } = await clients[base].exchange(operations.myself, ask);
      return { base, me, caller };
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      if (error.code === 'target-forbidden') refused = keptOut;
      else if (error.code !== 'target-unauthorized') throw error;
    }
    if (refused === keptOut) break;
  }
  return { refused };
}

const refusedBy = (line: Line): CheckReport => ({
  lines: inOrder([line]),
  found: {},
});

/** Everything about what the account may do. A scope that is missing anywhere is collected, not thrown. */
async function examine(call: Call, { me, base }: Signed, policy: AdminPolicy) {
  const missing = new Set<string>();
  const scoped = <T>(answer: Promise<T>): Promise<T | undefined> =>
    answer.catch((error: unknown) => {
      if (!(error instanceof MissingScope)) throw error;
      missing.add(error.scope);
      return undefined;
    });

  const [fromJira, groups] = await Promise.all([
    jiraSiteAdminIds(call),
    scoped(readOwnGroups(call, me.accountId).then((own) => ({ own }))),
  ]);
  const own = groups?.own;
  const isClosed = groups !== undefined && own === undefined;
  const [fromConfluence] = await Promise.all([
    !isClosed && (base === 'gateway' || !fromJira) ? scoped(unlessClosed(siteAdminIds(call))) : undefined,
    !isClosed && base === 'gateway' ? scoped(unlessClosed(hasLicence(call, me.accountId))) : undefined,
  ]);
  const adminIds = fromJira ?? fromConfluence;
  const lines: Line[] = [judgeAdmin(me, policy, adminIds)];
  // Last, and only with all that is known: it is the one question that could change something.
  const probed = own && adminIds && (await scoped(probe(call, me, { own, adminIds })));
  if (probed) lines.push(probed);
  if (groups) lines.push(judgeConfluence(own));
  return { lines, missing: [...missing] };
}

async function siteAdminIds(call: Call): Promise<ReadonlySet<string>> {
  const page = await groupsFrom(call, {
    operation: operations.groups,
    query: [['accessType', 'site-admin']],
  });
  return new Set(page.items.map(({ id }) => id));
}
