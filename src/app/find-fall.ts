import type { Decision } from '../domain/decide';
import type { AccessRequest } from '../domain/request';
import type { Closing } from './close-request';

/**
 * Why an approval that was found earlier does not stand any more: the ticket was edited or moved since, or whoever
 * approved is no longer entitled. Undefined: it stands.
 */
export function findFall({ approval }: AccessRequest, decision: Decision): Closing | undefined {
  switch (decision.kind) {
    case 'approved':
      return undefined;
    case 'refreeze':
      return { kind: 'void', why: 'edited' };
    case 'void':
    case 'declined':
    case 'cancelled':
      return decision;
    case 'refused':
    case 'quarantined':
    case 'waiting':
      // A status, once it has decided, is left behind by the work that follows.
      return approval?.kind === 'status' ? undefined : { kind: 'refused', why: whyOf(decision) };
  }
}

const whyOf = (decision: { readonly kind: string; readonly why?: string }): string =>
  decision.kind === 'waiting' ? 'approval-gone' : (decision.why ?? 'approval-gone');
