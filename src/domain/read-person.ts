import { blame, filledIn, missing, read, valueIn, type Read } from './read-field';
import type { Beneficiary, RuleDefinition } from './rule';
import type { Ticket } from './ticket';
import type { Wanted } from './understand';

/** Only the shape: whether somebody has the address is the directory's to say. */
const ADDRESS = /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+\.[^\s@<>(),;:"[\]\\.]+$/u;
const LONGEST_ADDRESS = 254;

export function readBeneficiary(beneficiary: Beneficiary, ticket: Ticket): Read<Wanted['beneficiary']> {
  switch (beneficiary.kind) {
    case 'requester':
      return read({ kind: 'person', id: ticket.reporter });
    case 'person': {
      const found = filledIn(ticket, beneficiary.field, ['person']);
      return found.kind === 'read' ? read({ kind: 'person', id: found.value.id }) : found;
    }
    case 'email': {
      const { field } = beneficiary;
      const found = filledIn(ticket, field, ['text']);
      if (found.kind === 'unreadable') return found;
      const email = found.value.text.trim();
      if (email === '') return missing(field);
      return ADDRESS.test(email) && email.length <= LONGEST_ADDRESS
        ? read({ kind: 'email', email })
        : blame('address-wrong', field, `“${field.name}” has to be one e-mail address, and nothing else.`);
    }
  }
}

export const LONGEST_REASON = 4000;

/** Privileged access is never given without a reason. */
export function readReason({ access, reason }: RuleDefinition, ticket: Ticket): Read<string | undefined> {
  const privileged = access.kind === 'privileged-access';
  const field = reason ?? REASON;
  if (!reason) return privileged ? missing(field) : read(undefined);
  const found = valueIn(ticket, field, ['text']);
  if (found.kind === 'unreadable') return found;
  const text = found.value?.text.trim() ?? '';
  if (text === '') return privileged ? missing(field) : read(undefined);
  return [...text].length <= LONGEST_REASON
    ? read(text)
    : blame('reason-too-long', field, `“${field.name}” can have at most ${LONGEST_REASON} characters.`);
}

const REASON = { id: '', name: 'Reason', kind: 'text' } as const;
