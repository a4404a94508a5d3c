import { anAttack } from './attacks';
import {
  fieldNames,
  groupNames,
  kinds,
  rounds,
  players,
  transitionNames,
  type Deed,
  type Move,
  type Order,
  type Player,
  type RequestedName,
  type Weather,
} from './moves';
import { randomOf, type Random } from './random';
import { possible, struck } from './strikes';

const askers: readonly Player[] = ['employee', 'employee', 'counsel', 'reader', 'firstApprover'];
const approvers: readonly Player[] = ['firstApprover', 'secondApprover', 'applicationAdmin'];
const managers: readonly Player[] = ['firstApprover', 'firstApprover', 'secondApprover', 'counsel'];
const raisedLevels = ['hr', 'hr', 'hr', 'legal', 'legal', 'marketing', 'marketing', 'security'] as const;
const wanted: readonly (readonly RequestedName[])[] = [
  ['hr'],
  ['phoenix'],
  ['hr', 'marketing'],
  ['hr', 'legal'],
];
const WAITS = [0, 1, 5, 20, 60, 200, 400, 1_500, 4_000, 8_000] as const;
const WEIGHTED = [
  ...Array<'raise'>(3).fill('raise'),
  ...Array<'answer'>(9).fill('answer'),
  ...Array<'strike'>(11).fill('strike'),
  ...([
    'edit',
    'edit',
    'edit',
    'transition',
    'delete',
    'retype',
    'member',
    'member',
    'person',
    'person',
  ] as const),
  ...([
    'revoke-token',
    'repair-token',
    'rule',
    'grant',
    'grant',
    'events',
    'queue',
    'queries',
    'slip',
    'slip',
    'site',
    'round-stands',
    'clock',
    'clock',
    'jump',
    'round',
    'round',
  ] as const),
] as const;
const DEEDS = ['answer', 'edit', 'edit', 'transition', 'delete', 'member', 'person', 'revoke-token'] as const;

/** Everything that happens in one run, out of one number. */
export function planOf(seed: number): readonly Move[] {
  const random = randomOf(seed);
  const moves: Move[] = random.chance(0.5) ? [{ do: 'runs', are: 'side-by-side' }] : [];
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    const ticket = moves.filter((move) => move.do === 'raise').length;
    moves.push(...(random.chance(0.2) ? anAttack(random, ticket) : honestly(random, ticket)));
    moves.push(...disturbances(random, 4));
  }
  return [...moves, ...disturbances(random, 4)];
}

/** Fewer than so many, each perhaps with a wait after it. */
const disturbances = (random: Random, most: number): readonly Move[] =>
  Array.from({ length: random.below(most) }, () => [
    aMove(random),
    ...(random.chance(0.5) ? [wait(random)] : []),
  ]).flat();

/** Asked and approved as it should be, whatever gets in between. */
function honestly(random: Random, ticket: number): readonly Move[] {
  return [
    raise(random),
    ...disturbances(random, 2),
    { do: 'wait', seconds: 20 },
    ...disturbances(random, 2),
    ...(random.chance(0.8) ? approvals(random, ticket) : []),
  ];
}

/** Those who may approve do so, one after the other: the site takes the answers of those who are asked. */
const approvals = (random: Random, ticket: number): readonly Move[] =>
  approvers.flatMap((by): readonly Move[] => [
    { do: 'answer', ticket, by, decision: 'approved' },
    ...(random.chance(0.3) ? [wait(random, 5)] : []),
  ]);

function aMove(random: Random): Move {
  const what = random.pick(WEIGHTED);
  switch (what) {
    case 'slip':
      return { do: 'slip', nth: 1 + random.below(30), deed: aDeed(random, random.pick(DEEDS)) };
    case 'strike':
    case 'events':
    case 'queue':
    case 'queries':
    case 'site':
    case 'round-stands':
    case 'clock':
      return aWeather(random, what);
    case 'jump':
      return { do: what, seconds: random.pick([30, 600, 3_600, 9_000]) };
    case 'repair-token':
    case 'rule':
    case 'grant':
    case 'round':
      return anOrder(random, what);
    default:
      return aDeed(random, what);
  }
}

const raise = (random: Random): Deed => ({
  do: 'raise',
  kind: random.pick(kinds),
  by: random.pick(askers),
  level: random.pick(raisedLevels),
  hours: 1 + random.below(3),
  forWhom: random.pick(players),
  day: random.pick(['2026-01-05', '2026-01-06']),
  manager: random.pick(managers),
  groups: random.pick(wanted),
});

const wait = (random: Random, most: number = WAITS.length): Move => ({
  do: 'wait',
  seconds: WAITS[random.below(most)] ?? 0,
});

function aDeed(random: Random, what: Deed['do']): Deed {
  const ticket = random.below(3);
  switch (what) {
    case 'raise':
      return raise(random);
    case 'answer': {
      const decision = random.chance(0.88) ? 'approved' : 'declined';
      return {
        do: what,
        ticket,
        by: random.chance(0.85) ? random.pick(approvers) : random.pick(players),
        decision,
      };
    }
    case 'edit':
      return {
        do: what,
        ticket,
        by: random.pick(['agent', ...players]),
        field: random.pick(fieldNames),
        value: random.below(6),
      };
    case 'transition':
      return { do: what, ticket, to: random.pick(transitionNames) };
    case 'delete':
      return { do: what, ticket };
    case 'retype':
      return { do: what, ticket, back: random.chance(0.4) };
    case 'member':
      return {
        do: what,
        group: random.pick(groupNames),
        person: random.pick(players),
        member: random.chance(0.6),
      };
    case 'person':
      return { do: what, person: random.pick(players), is: random.pick(['active', 'suspended', 'inactive']) };
    case 'revoke-token':
      return { do: what };
  }
}

function anOrder(random: Random, what: Order['do']): Order {
  if (what === 'repair-token') return { do: what };
  if (what === 'round') return { do: what, which: random.pick(rounds), times: random.chance(0.5) ? 2 : 1 };
  if (what === 'grant')
    return { do: what, grant: random.below(4), act: random.pick(['withdraw', 'extend', 'retry']) };
  const act = random.pick(['disable', 'enable', 'fewer-approvers', 'all-approvers'] as const);
  return { do: what, kind: random.pick(['team', 'shared']), act };
}

function aWeather(random: Random, what: Exclude<Weather['do'], 'runs'>): Weather {
  if (what === 'events')
    return { do: what, are: random.pick(['prompt', 'late', 'lost', 'doubled', 'shuffled']) };
  if (what === 'queue') return { do: what, is: random.pick(['prompt', 'late', 'doubled', 'reversed']) };
  if (what === 'queries') return { do: what, lagSeconds: random.pick([0, 5, 60]) };
  if (what === 'site')
    return {
      do: what,
      of: random.pick(['membership', 'issueIndex']),
      lagSeconds: random.pick([0, 10, 60, 150]),
    };
  if (what === 'round-stands') return { do: what, still: random.chance(0.7) };
  if (what === 'clock') return { do: what, aheadSeconds: random.pick([-300, -20, 0, 20, 300]) };
  const on = random.pick([...struck, 'site-write', 'site-write', 'effect'] as const);
  // A run has few calls that change the site, and many that read.
  const nth = 1 + random.below(on === 'site-write' || on === 'jira-write' || on === 'publish' ? 3 : 12);
  return { do: 'strike', on, nth, effect: random.pick(possible[on]), times: random.pick([1, 1, 2, 6]) };
}
