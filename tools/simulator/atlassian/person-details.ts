import type { Exchange } from './exchange';
import type { Person } from './model';
import { personOf, rightsOf } from './rights';

/** The address as this caller may see it: undefined when it is hidden from them. */
export function emailSeen(exchange: Exchange, person: Person): string | undefined {
  if (person.accountStatus === 'closed' || person.email === '') return undefined;
  if (person.emailVisible || personOf(exchange.asker)?.accountId === person.accountId) return person.email;
  const { administersJira, siteAdmin } = rightsOf(exchange);
  const seesManaged = exchange.asker.kind !== 'app' && (administersJira || siteAdmin);
  return seesManaged && person.managed ? person.email : undefined;
}

/** A deleted account keeps its id and loses its name. */
export const nameOf = (person: Person): string =>
  person.accountStatus === 'closed' ? 'Former user' : person.displayName;

const AVATARS = 'https://avatar-management--avatars.us-west-2.prod.public.atl-paas.net/initials';

export function avatarOf(person: Person): string {
  const letters = nameOf(person)
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .join('')
    .slice(0, 2)
    .toUpperCase();
  return `${AVATARS}/${encodeURIComponent(letters)}-${letters.length % 7}.png`;
}
