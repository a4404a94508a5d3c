import { Fault } from '../domain/fault';
import type { Grant, GrantProblem, GrantState, ProblemCode } from '../domain/grant';
import type { Happening } from './happened';

const MINUTE_MS = 60_000;
const SHORTEST_MS = 30_000;
/** Nobody can mend that an account is gone: it is looked at a few times a day. */
const LONGEST_GONE_MS = 6 * 60 * MINUTE_MS;
/** A broken credential is not tried again, but looked at. */
const CREDENTIAL_MS = 5 * MINUTE_MS;
const LONGEST_MS = 15 * MINUTE_MS;
/** After so many attempts it will take somebody's hands: every hour is often enough. */
const PATIENT = 10;
/** Seats come back by hand, too. Short at first all the same: Confluence says so as it says that it broke down. */
const LONGEST_BY_HAND_MS = 60 * MINUTE_MS;

export interface Trouble {
  readonly state: GrantState;
  readonly problem: GrantProblem;
  /** Absent: it does not get better by waiting. */
  readonly wakeAt?: Date;
  readonly attempts: number;
}

interface Around {
  readonly grant: Pick<Grant, 'way' | 'attempts'>;
  readonly now: Date;
}

/**
 * What a failed attempt makes of a grant. What is on its way in gives up where waiting does not help; what is on its
 * way out never gives up, for access would stay behind.
 */
export function troubleOf(error: unknown, { grant, now }: Around): Trouble {
  if (!(error instanceof Fault)) throw error;
  const code = codeOf(error);
  const attempts = grant.attempts + 1;
  const waits = grant.way === 'out' || !finalCodes.has(code);
  return {
    state: stateOf(code, grant.way),
    problem: { code, message: error.message },
    attempts,
    ...(waits && { wakeAt: new Date(now.getTime() + waitFor(code, attempts, patienceOf(error, grant.way))) }),
  };
}

const finalCodes: ReadonlySet<ProblemCode> = new Set([
  'group-external',
  'group-protected',
  'group-gone',
  'person-gone',
  'person-inactive',
  'person-ineligible',
  'connection-gone',
  'too-late',
  'refused',
]);

function codeOf(fault: Fault): ProblemCode {
  if (fault.reason) return fault.reason;
  switch (fault.code) {
    case 'target-unauthorized':
    case 'target-forbidden':
      return 'credential';
    case 'unverified':
      return 'unverified';
    case 'target-unavailable':
    case 'conflict':
      return 'unavailable';
    case 'target-refused':
      return 'refused';
    default:
      // What nobody foresaw may pass as well. It is told, and tried less and less often.
      return 'unavailable';
  }
}

function stateOf(code: ProblemCode, way: Grant['way']): GrantState {
  if (code === 'unverified') return 'unverified';
  if (code === 'credential' || code === 'no-seat') return 'blocked';
  if (way === 'out') return code === 'unavailable' ? 'revoking' : 'blocked';
  return code === 'unavailable' ? 'pending' : 'failed';
}

/** What a site asks for is obeyed; access that has to go does not wait for hours because of it. */
const patienceOf = ({ retryAfterSeconds = 0 }: Fault, way: Grant['way']): number =>
  way === 'out' ? Math.min(retryAfterSeconds, LONGEST_MS / 1000) : retryAfterSeconds;

function waitFor(code: ProblemCode, attempts: number, retryAfterSeconds: number | undefined): number {
  if (code === 'credential') return CREDENTIAL_MS;
  const later = code === 'person-gone' ? LONGEST_GONE_MS : LONGEST_BY_HAND_MS;
  const longest = code === 'no-seat' || attempts > PATIENT ? later : LONGEST_MS;
  const doubled = Math.min(longest, SHORTEST_MS * 2 ** Math.min(attempts - 1, 10));
  return Math.max(doubled, (retryAfterSeconds ?? 0) * 1000);
}

/** How the trail tells of it. */
export function happeningOf(grant: Pick<Grant, 'id' | 'way'>, { state, problem }: Trouble): Happening {
  const { code } = problem;
  if (state === 'failed') return { what: 'grant.failed', detail: { grant: grant.id, code } };
  if (state === 'unverified')
    return { what: 'grant.unverified', detail: { grant: grant.id, way: grant.way } };
  return { what: 'grant.blocked', detail: { grant: grant.id, code } };
}
