import type { TrialView } from '../contract/rule-views';
import type { Decision } from '../domain/decide';
import { whyInWords } from '../domain/remedies-of-grants';

/** What would become of it, and why. */
export function verdictOf(decision: Decision): { kind: TrialView['decision']; why: string } {
  switch (decision.kind) {
    case 'approved':
      return {
        kind: 'give',
        why: decision.approval.kind === 'exempt' ? 'It needs no approval.' : 'Its approval counts.',
      };
    case 'waiting':
    case 'refreeze':
      return { kind: 'wait', why: 'It has no approval that counts yet.' };
    case 'declined':
      return { kind: 'declined', why: 'Nothing would be given.' };
    case 'refused':
    case 'cancelled':
      return { kind: 'refuse', why: whyInWords(decision.why) };
    case 'quarantined':
      return { kind: 'quarantine', why: whyInWords(decision.why) };
    case 'void':
      return { kind: 'void', why: whyInWords(decision.why) };
  }
}
