import type { ConnectionView } from '../../src/contract/views';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { someFacts, valueOf, type callsOf } from '../start';

type Site = ReturnType<typeof callsOf>;

const { people, tokens } = acme;
const MINUTE = 60_000;

interface Wanted {
  /** Whose token it has. Without it, the organisation admin's. */
  readonly who?: { readonly email: string; readonly token: string };
  readonly tokenExpiresOn?: string;
}

/** A saved connection, made by the calls that the page makes. */
export async function connectionNamed(
  site: Site,
  name: string,
  { who = people.orgAdmin, ...facts }: Wanted = {},
): Promise<ConnectionView> {
  const values = { ...someFacts, name, ...facts };
  return valueOf(await site.call('connection.create', { draft: await site.draft(who), values }));
}

/** One connection of each kind of health. The clock stands a little later then. */
export async function oneOfEachHealth(site: Site) {
  const healthy = await connectionNamed(site, 'Corporate Confluence');
  const warning = await connectionNamed(site, 'Engineering Wiki', { who: people.orgAdminByRole });
  const broken = await connectionNamed(site, 'Legal Archive', { who: tokens.scoped });
  const unreachable = await connectionNamed(site, 'Partner Space');
  for (const { id, scopes } of site.site.directory.tokensOf(people.orgAdmin.accountId))
    if (scopes) site.site.directory.revokeToken(id);
  await site.call('connection.test', { id: broken.id });

  site.faults.declare({ id: 'silent', match: { service: 'egress' }, effect: { kind: 'timeout' } });
  await site.call('connection.test', { id: unreachable.id });
  site.faults.clear();
  return { healthy, warning, broken, unreachable };
}

/** A day of simulated time, counted from today, as a connection records it. */
export const inDays = (site: Site, days: number): string =>
  new Date(site.clock.time() + days * 24 * 60 * MINUTE).toISOString().slice(0, 10);

/** More connections than fit on one page of the list. */
export async function manyConnections(site: Site, count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) {
    site.clock.elapse(MINUTE);
    await connectionNamed(site, `Confluence of region ${number}`);
  }
}
