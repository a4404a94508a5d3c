import { players, type Deed, type Kind, type Move, type Player } from './moves';
import type { Random } from './random';

type Attack = (random: Random, ticket: number) => readonly Move[];

/** What nobody does by chance: a handful of deeds that make sense only one after the other. */
export const anAttack: Attack = (random, ticket) => random.pick(attacks)(random, ticket);

const asked: Move = { do: 'wait', seconds: 20 };

/** Whoever asks is an approver too, and has somebody write them into the field. */
const approvesOwn: Attack = (random, ticket) => [
  raise(random, { kind: random.pick(['team', 'shared']), by: 'firstApprover' }),
  asked,
  ...writesIn(ticket, 'employee', 'firstApprover'),
];

/** The access is for the one who is to approve it. */
const approvesForSelf: Attack = (random, ticket) => [
  raise(random, { kind: 'application', by: 'employee', forWhom: 'applicationAdmin' }),
  asked,
  ...writesIn(ticket, 'applicationAdmin', 'applicationAdmin'),
];

/** Somebody who is entitled to nothing is written into the field, and approves. */
const strangerApproves: Attack = (random, ticket) => [
  raise(random, { kind: random.pick(['team', 'application']), by: 'employee' }),
  asked,
  ...writesIn(ticket, 'counsel', 'counsel'),
];

/** Enough people approve, and too few of them are entitled to. */
const halfEntitled: Attack = (random, ticket) => [
  raise(random, { kind: 'shared', by: 'employee' }),
  asked,
  ...writesIn(ticket, 'counsel', 'counsel'),
  { do: 'answer', ticket, by: 'firstApprover', decision: 'approved' },
];

/** Approved while nobody listens, and refused before anybody looks. */
const refusedUnheard: Attack = (random, ticket) => [
  raise(random, { kind: 'team', by: 'employee' }),
  asked,
  { do: 'events', are: 'lost' },
  { do: 'answer', ticket, by: 'secondApprover', decision: 'approved' },
  { do: 'transition', ticket, to: 'Refuse' },
  { do: 'wait', seconds: 400 },
  { do: 'events', are: 'prompt' },
];

/** The same access by two tickets, of which one ends earlier. */
const overlaps: Attack = (random, ticket) => {
  const by = random.pick(['employee', 'counsel'] as const);
  const level = random.pick(['hr', 'legal'] as const);
  return [
    raise(random, { kind: 'team', by, level }),
    raise(random, { kind: 'shared', by, level }),
    asked,
    { do: 'answer', ticket, by: 'secondApprover', decision: 'approved' },
    { do: 'answer', ticket: ticket + 1, by: 'firstApprover', decision: 'approved' },
    { do: 'answer', ticket: ticket + 1, by: 'secondApprover', decision: 'approved' },
    { do: 'wait', seconds: random.pick([4_000, 8_000]) },
  ];
};

const attacks = [
  approvesOwn,
  approvesForSelf,
  strangerApproves,
  halfEntitled,
  refusedUnheard,
  overlaps,
] as const;

interface Raising extends Partial<Omit<Extract<Deed, { do: 'raise' }>, 'do'>> {
  readonly kind: Kind;
  readonly by: Player;
}

const raise = (random: Random, facts: Raising): Deed => ({
  do: 'raise',
  level: random.pick(['hr', 'legal', 'marketing']),
  hours: 1 + random.below(3),
  forWhom: 'employee',
  day: '2026-01-06',
  manager: 'secondApprover',
  groups: ['hr'],
  ...facts,
});

const writesIn = (ticket: number, whom: Player, by: Player): readonly Move[] => [
  { do: 'edit', ticket, by: 'agent', field: 'approvers', value: players.indexOf(whom) },
  { do: 'answer', ticket, by, decision: 'approved' },
];
