import type { PlatformPrincipal } from '../forge/platform';
import type { Ask } from './exchange';
import type { Resident, Stage } from './stage';
import type { ColorMode } from './theme';

/** Who looks at the page, as the server knows it: the browser only keeps an account id in a cookie. */
export interface Session {
  readonly principal: PlatformPrincipal;
  /** Absent for somebody who is not logged in. */
  readonly person?: Resident;
  readonly colorMode: ColorMode;
}

/** As Forge names somebody without an account. */
const ANONYMOUS: PlatformPrincipal = { accountId: 'unidentified', accountType: 'anonymous' };

/** Cookies do not know ports, so the name has it. */
export const cookieName = (kind: 'person' | 'theme', frameOrigin: string) =>
  `${kind}-${new URL(frameOrigin).port || '80'}`;

export function readSession({ headers, url }: Ask, stage: Stage): Session {
  const cookies = cookiesOf(headers['cookie'] ?? '');
  const colorMode = cookies.get(cookieName('theme', url.origin)) === 'dark' ? 'dark' : 'light';
  const person = personOf(cookies.get(cookieName('person', url.origin)), stage);
  if (!person) return { principal: ANONYMOUS, colorMode };
  const { accountType } = stage.residents.standingOf(person.accountId);
  return { principal: { accountId: person.accountId, accountType }, person, colorMode };
}

/** A closed account is logged out, and so is one that the world no longer has. */
function personOf(wanted: string | undefined, { residents, firstPerson }: Stage): Resident | undefined {
  const person = residents.findPerson(wanted ?? firstPerson);
  return person && mayLogIn(person) ? person : undefined;
}

export const mayLogIn = ({ status, kind }: Resident) => status === 'active' && kind !== 'app';

/** No script reads it, and no other site's page can send it. */
export const personCookie = (accountId: string, frameOrigin: string) =>
  `${cookieName('person', frameOrigin)}=${encodeURIComponent(accountId)}; Path=/; HttpOnly; SameSite=Strict`;

const cookiesOf = (header: string): ReadonlyMap<string, string> =>
  new Map(
    header
      .split(';')
      .map((pair) => /^\s*([^=]+)=(.*?)\s*$/.exec(pair))
      .flatMap((match) => (match?.[1] === undefined ? [] : [[match[1], decode(match[2] ?? '')]])),
  );

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
