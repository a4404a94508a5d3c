import type { GrantView } from '@contract/request-views';

/** What an administrator wanted of a grant, and did not get. */
export function notDone({ group: { name }, state, way }: GrantView): string {
  const act = way === 'out' ? 'taken back' : 'given';
  if (state === 'failed') return `${name} could not be ${act}`;
  return state === 'unverified'
    ? `${name} has not been seen to be ${act} yet`
    : `${name} could not be ${act} yet`;
}

type Held = Pick<GrantView, 'state' | 'way' | 'problem' | 'verifiedAt' | 'driftedAt'>;

/** What a removal that did not get through means. An attempt whose answer was lost may have worked. */
export function stillHeld({ state, way, problem, verifiedAt, driftedAt }: Held): string | undefined {
  const wasThere = verifiedAt !== undefined && driftedAt === undefined;
  if (way !== 'out' || problem === undefined || !wasThere) return undefined;
  return state === 'blocked' || state === 'due'
    ? 'The person still has the access.'
    : 'The person may still have the access.';
}

/** Something is in the way of it, and nobody has said yet that they know. */
export const needsAttention = ({
  problem,
  overdue,
  driftedAt,
  acknowledgedBy,
}: Pick<GrantView, 'problem' | 'overdue' | 'driftedAt' | 'acknowledgedBy'>): boolean =>
  acknowledgedBy === undefined && (problem !== undefined || overdue || driftedAt !== undefined);

/** What the remedy sends an administrator to a connection for. */
const ofConnection: readonly string[] = ['credential', 'refused'];
export const isOfConnection = ({ problem }: Pick<GrantView, 'problem'>): boolean =>
  problem !== undefined && ofConnection.includes(problem.code);
