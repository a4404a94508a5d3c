import type { Decision } from '../domain/decide';
import {
  isOfDeadline,
  withoutAsking,
  type AccessRequest,
  type Outgoing,
  type RequestState,
} from '../domain/request';
import { inOrder, type Happening } from './happened';
import type { Step } from './judge';
import type { Ports } from './ports';
import * as words from '../domain/words-of-closing';
import { quarantined } from '../domain/words';
import { moveTo } from './sayings';
import { writeRequest } from './write-request';

type Ending = Exclude<Decision, { kind: 'waiting' | 'refreeze' | 'approved' }>;
/** Reasons that no decision gives, but the app itself. */
export type Closing =
  | Ending
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'cancelled'; readonly why: string }
  | { readonly kind: 'void'; readonly why: string };

interface Close {
  readonly state: RequestState;
  readonly why: string;
  readonly happening: Happening;
  readonly outbox: readonly Outgoing[];
}

/** A request that nothing will be given for, as things are, and what its ticket is told. */
export function closing(ports: Ports, step: Step, ending: Closing): Promise<AccessRequest> {
  const { request, rule, by, news = [] } = step;
  const { state, why, happening, outbox } = closeOf(ending, { failed: rule.outcome.failed });
  // Nobody is asked any more.
  const { about: _about, ...facts } = withoutAsking(request);
  const isLate = ending.kind === 'cancelled' && isOfDeadline(ending.why);
  return writeRequest(ports, {
    before: request,
    next: {
      ...facts,
      state,
      why,
      ...(isLate && { cancelledAt: ports.clock.now() }),
      outbox: [...facts.outbox, ...outbox],
    },
    happenings: inOrder(news, happening),
    by,
  });
}

function closeOf(ending: Closing, { failed }: { failed: Step['rule']['outcome']['failed'] }): Close {
  switch (ending.kind) {
    case 'declined': {
      const { by, at } = ending;
      const happening: Happening = {
        what: 'request.declined',
        detail: { ...(by !== undefined && { by }), ...(at && { decidedAt: at.toISOString() }) },
      };
      return {
        state: 'declined',
        why: 'declined',
        happening,
        outbox: [say('declined', words.declined(by))],
      };
    }
    case 'refused':
      return {
        state: 'refused',
        why: ending.why,
        happening: { what: 'request.refused', detail: { why: ending.why } },
        outbox: [say('refused', words.refused(ending.why)), ...moveTo(failed)],
      };
    case 'void':
      return {
        state: 'void',
        why: ending.why,
        happening: { what: 'request.voided', detail: { why: ending.why } },
        outbox: [say('voided', words.voided(ending.why)), ...moveTo(failed)],
      };
    case 'quarantined': {
      const { why, by } = ending;
      return {
        state: 'quarantined',
        why,
        happening: { what: 'request.quarantined', detail: { why, ...(by !== undefined && { by }) } },
        outbox: quarantined(why, by).map((message, index) => say(`quarantined#${index + 1}`, message)),
      };
    }
    case 'cancelled':
      return {
        state: 'cancelled',
        why: ending.why,
        happening: { what: 'request.cancelled', detail: { why: ending.why } },
        // Nobody else has closed it: its approval would stay open, and an answer to it would come to nothing.
        outbox: [
          say('cancelled', words.cancelled(ending.why)),
          ...(isOfDeadline(ending.why) ? moveTo(failed) : []),
        ],
      };
  }
}

const say = (key: string, message: Extract<Outgoing, { kind: 'say' }>['message']): Outgoing => ({
  kind: 'say',
  key,
  message,
});
