import type { Ask, Say } from '../domain/request';
import type { Rule } from '../domain/rule';
import { askedNow, couldNotAsk } from '../domain/words-of-asking';

export interface Asked {
  /** The number of this time, from one. */
  readonly round: number;
  readonly people: readonly string[];
}

interface Told {
  readonly asked: readonly Say[];
  /** Beside what the desk is told. */
  readonly refused?: readonly Say[];
  /** The desk knows already that nobody could be asked. */
  readonly isKnown?: boolean;
}

/** Nothing where the rule names no field, or nobody can be named. */
export function askOf(
  { approval: { approversField } }: Rule,
  { round, people }: Asked,
  { asked, refused = [], isKnown = false }: Told,
): readonly Ask[] {
  if (!approversField || people.length === 0) return [];
  const toDesk: Say = { kind: 'say', key: `ask-refused#${round}`, message: couldNotAsk(people) };
  return [
    {
      kind: 'ask',
      key: `approvers#${round}`,
      fieldId: approversField.id,
      people,
      asked,
      refused: isKnown ? refused : [...refused, toDesk],
    },
  ];
}

export const sayAsked = ({ round, people }: Asked): Say => ({
  kind: 'say',
  key: `asked#${round}`,
  message: askedNow(people),
});

/** What was understood was told when it was refused: from then on, only that they are asked. */
export const refusedOnce = (ask: Ask, round: number): Ask => ({
  ...ask,
  asked: [sayAsked({ round, people: ask.people })],
  refused: [],
});
