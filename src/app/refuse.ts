import type { Actor } from '../domain/audit';
import type { Message } from '../domain/message';
import type { AccessRequest, Outgoing } from '../domain/request';
import type { Rule } from '../domain/rule';
import type { ApprovalEvidence } from '../domain/ticket';
import { inOrder, type Happening } from './happened';
import { hearOf, told } from './hear';
import type { Ports } from './ports';
import { moveTo } from './sayings';
import type { Trouble } from './trouble';
import { writeRequest, type RequestFacts } from './write-request';

interface Refusal {
  readonly before: AccessRequest | undefined;
  readonly facts: Omit<RequestFacts, 'state'>;
  readonly rule: Rule;
  readonly evidence: readonly ApprovalEvidence[];
  /** The first of them is why. */
  readonly troubles: readonly Pick<Trouble, 'code' | 'field'>[];
  /** What its ticket is told. */
  readonly messages: readonly Message[];
  readonly happenings: readonly Happening[];
  readonly by: Actor;
}

/** Nothing will be given for this ticket, and it says precisely why. */
export function refuse(ports: Ports, refusal: Refusal): Promise<AccessRequest> {
  const { before, facts, rule, evidence, troubles, messages, happenings, by } = refusal;
  const why = troubles[0]?.code ?? 'unknown';
  const about = troubles[0]?.field;
  const refused: Happening = {
    what: 'request.refused',
    detail: { why, ...(about !== undefined && { about }) },
  };
  const { answers, heard } = hearOf(before?.heard, evidence);
  return writeRequest(ports, {
    before,
    next: {
      ...facts,
      ...(heard.length > 0 && { heard }),
      state: 'refused',
      why,
      ...(about !== undefined && { about }),
      outbox: [
        ...messages.map((message, index): Outgoing => ({
          kind: 'say',
          key: index === 0 ? 'refused' : `refused#${index + 1}`,
          message,
        })),
        ...moveTo(rule.outcome.failed),
      ],
    },
    happenings: inOrder([...happenings, ...answers.map(told)], refused),
    by,
  });
}
