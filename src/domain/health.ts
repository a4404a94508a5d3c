import type { CheckLine } from './check';
import type { FaultCode } from './fault';

/** What the last check or the last real use said. It is about one credential: another one is yet unchecked. */
export interface Health {
  readonly connectionId: string;
  readonly version: number;
  readonly credentialId: string;
  readonly state: HealthState;
  readonly checkedAt: Date;
  readonly lines: readonly CheckLine[];
  /** The last warning about the token's end: for which recorded day, at how many days before. */
  readonly warned?: { readonly on: string; readonly atDays: number };
}

export type HealthState = 'healthy' | 'warning' | 'broken' | 'unreachable';

export function healthOf(lines: readonly CheckLine[]): HealthState {
  if (lines.length === 0 || lines.some(({ outcome }) => outcome === 'failed')) return 'broken';
  return lines.some(({ outcome }) => outcome === 'warned') ? 'warning' : 'healthy';
}

/** The refusals that say the credential no longer does what it did when it was proven. */
export const breaksCredential = (code: FaultCode): boolean =>
  code === 'target-unauthorized' || code === 'target-forbidden';
