import type { BurstFigures } from './burst';
import type { SweepFigures } from './crowds';
import type { Use } from './measure';
import type { RequestUse } from './requests';

export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** The most it may be. Absent: printed to be known. */
  readonly budget?: number;
}

const siteBudgets: readonly (readonly [prefix: string, most: number])[] = [
  ['check', 8],
  ['save', 12],
  ['one search', 2],
  ['list page', 0],
  ['open the panel', 0],
];

/** The figures of one measured call: site calls against their budget, and storage operations. */
export function figuresOf({ name, siteCalls, doorCalls, reads, writes }: Use): readonly Figure[] {
  const most = siteBudgets.find(([prefix]) => name.startsWith(prefix))?.[1];
  return [
    { what: `${name}: site calls`, value: siteCalls, unit: '', ...(most !== undefined && { budget: most }) },
    { what: `${name}: door`, value: doorCalls, unit: '', budget: 1 },
    {
      what: `${name}: storage reads`,
      value: reads,
      unit: '',
      ...(name.startsWith('list page') && { budget: 2 }),
    },
    { what: `${name}: storage writes`, value: writes, unit: '' },
  ];
}

type Counted = 'directory' | 'desk' | 'reads' | 'writes';
type Budget = Partial<Record<Counted, number>>;
const ofGrant: Budget = { directory: 5, desk: 6, writes: 8 };
const ofWithdrawal: Budget = { directory: 3, writes: 5 };

/** Why some have more than their kind: docs/decisions/0032-what-is-read-ahead.md */
const requestBudgets: Readonly<Record<string, Budget>> = {
  grant: ofGrant,
  'grant, among others': ofGrant,
  'grant, approved by a member of a group': { ...ofGrant, directory: 6 },
  'grant, no round has run': { directory: 9, desk: 7, writes: 8 },
  withdrawal: ofWithdrawal,
  'first withdrawal through a connection': { ...ofWithdrawal, directory: 6 },
  'withdrawal, no round has run': { ...ofWithdrawal, directory: 7 },
  'redelivery of a finished request': { directory: 0, desk: 0, reads: 3, writes: 0 },
  'a round while somebody is asked': { directory: 4, desk: 3, writes: 2 },
  'a round while nothing is going on': { directory: 0, desk: 2, writes: 0 },
};
const countedAs: Readonly<Record<Counted, string>> = {
  directory: 'directory calls',
  desk: 'service desk calls',
  reads: 'storage reads',
  writes: 'storage writes',
};

/** The figures of one step of a request. Each has its budget. */
export const requestFigures = (use: RequestUse): readonly Figure[] =>
  (['directory', 'desk', 'reads', 'writes'] as const).map((counted) => {
    const budget = requestBudgets[use.name]?.[counted];
    return {
      what: `${use.name}: ${countedAs[counted]}`,
      value: use[counted],
      unit: '',
      ...(budget !== undefined && { budget }),
    };
  });

export const sweepFigures = ({ live, due, pagesBefore, pushed, others }: SweepFigures): readonly Figure[] => {
  const round = `a round over ${live} live grants`;
  return [
    {
      what: `${round}: storage pages before the ${due} that are due`,
      value: pagesBefore,
      unit: '',
      budget: 5,
    },
    { what: `${round}: missed of those that are due`, value: due - pushed, unit: '', budget: 0 },
    { what: `${round}: looked at besides those`, value: others, unit: '', budget: 0 },
  ];
};

export function burstFigures({
  requests,
  served,
  minutes,
  tooMany,
  failed,
}: BurstFigures): readonly Figure[] {
  const burst = `a burst of ${requests} approvals at one moment`;
  return [
    {
      what: `${burst}: not fulfilled, moved and told exactly once`,
      value: requests - served,
      unit: '',
      budget: 0,
    },
    {
      what: `${burst}: runs that the platform ended, or calls that it kept in`,
      value: failed,
      unit: '',
      budget: 0,
    },
    { what: `${burst}: until the last is given and told, virtual time`, value: minutes, unit: 'min' },
    { what: `${burst}: answers 429 of the site`, value: tooMany.site, unit: '' },
    { what: `${burst}: answers 429 of the queue`, value: tooMany.queue, unit: '' },
  ];
}

export const isOver = ({ value, budget }: Figure): boolean => budget !== undefined && !(value <= budget);
