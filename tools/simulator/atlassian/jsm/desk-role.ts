import { usesProduct } from '../access';
import type { Exchange } from '../exchange';
import { isActive, type Person } from '../model';
import { personOf } from '../rights';
import type { Project } from '../work/model';

/** What somebody is to a service desk. Staff are customers too; administrators are agents too. */
export type DeskRole = 'admin' | 'agent' | 'customer' | 'none';

type Seen = Pick<Exchange, 'asker' | 'view'>;

/** Staff need a licence for Jira Service Management; without one they are customers like everybody else. */
export function roleOnDesk({ view }: Pick<Seen, 'view'>, project: Project, person: Person): DeskRole {
  if (!isActive(person) || person.accountType === 'app') return 'none';
  const licensed = usesProduct(view, person, 'jira-servicedesk');
  if (licensed && project.admins.includes(person.accountId)) return 'admin';
  if (licensed && project.agents.includes(person.accountId)) return 'agent';
  return project.open || project.customers.includes(person.accountId) ? 'customer' : 'none';
}

/** The app works on a desk as its administrators let it. */
export function deskRoleOf({ asker, view }: Seen, project: Project): DeskRole {
  if (asker.kind === 'app') return project.appAccess ? 'admin' : 'none';
  const person = personOf(asker);
  return person ? roleOnDesk({ view }, project, person) : 'none';
}

export const isStaff = (exchange: Seen, project: Project): boolean =>
  ['admin', 'agent'].includes(deskRoleOf(exchange, project));
