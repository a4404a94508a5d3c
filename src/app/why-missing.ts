import { whyNotGiven, type Grant, type ProblemCode } from '../domain/grant';
import type { Invitee } from './invite';
import type { Watched } from './ports';

/** Nothing more can be begun. `fall`: what made its approval fall. */
export interface Standstill {
  readonly code: Extract<ProblemCode, 'not-begun' | 'connection-gone' | 'too-late'>;
  readonly fall?: string;
}

interface Found extends Invitee {
  readonly fall?: string;
  readonly watched: Watched | undefined;
}

/** Without its approval, its connection, or anybody to give it to, nothing can be begun any more. */
export function standstillOf(found: Found, now: Date): Standstill | undefined {
  const { request, fall, watched, accountId, problem } = found;
  if (fall !== undefined) return { code: 'not-begun', fall };
  if (!watched) return { code: 'connection-gone' };
  if (accountId !== undefined || problem !== undefined) return undefined;
  const isOver = request.endsAt !== undefined && request.endsAt <= now;
  return { code: isOver ? 'too-late' : 'not-begun' };
}

/** Why something was not given: a code, and what is behind it. */
export interface Missing {
  readonly code: string;
  readonly fall?: string;
}

/** Of what was approved and not given: its grant tells, or else what keeps anything more from being begun. */
export function whyMissing(grant: Grant | undefined, standstill: Standstill | undefined): Missing {
  const code = whyNotGiven(grant)?.code ?? codeOfEnd(grant) ?? standstill?.code ?? 'not-begun';
  const fall = code === 'not-begun' ? standstill?.fall : undefined;
  return { code, ...(fall !== undefined && { fall }) };
}

/** It was on its way in when somebody, or its end, took it back. */
function codeOfEnd(grant: Grant | undefined): string | undefined {
  if (grant?.ending === 'admin') return 'withdrawn';
  return grant?.ending === 'expired' ? 'too-late' : undefined;
}
