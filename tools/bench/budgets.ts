import type { BurstFigures, SweepFigures } from './crowds';
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
const requestBudgets: Readonly<Record<string, Partial<Record<Counted, number>>>> = {
  grant: { directory: 5, desk: 6, writes: 8 },
  withdrawal: { directory: 3, writes: 5 },
  'redelivery of a finished request': { directory: 0, desk: 0, reads: 3, writes: 0 },
};
const countedAs: Readonly<Record<Counted, string>> = {
  directory: 'directory calls',
  desk: 'service desk calls',
  reads: 'storage reads',
  writes: 'storage writes',
};

/** The figures of one step of a request. A first run remembers nothing of the site and has no budget of its own. */
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

export const sweepFigures = ({ live, due, pagesBefore, found }: SweepFigures): readonly Figure[] => [
  {
    what: `a round over ${live} live grants: storage pages before the ${due} that are due`,
    value: pagesBefore,
    unit: '',
    budget: 5,
  },
  {
    what: `a round over ${live} live grants: missed of those that are due`,
    value: due - found,
    unit: '',
    budget: 0,
  },
];

export const burstFigures = ({ requests, fulfilled, minutes, tooMany }: BurstFigures): readonly Figure[] => [
  {
    what: `a burst of ${requests} approvals within a minute: lost`,
    value: requests - fulfilled,
    unit: '',
    budget: 0,
  },
  {
    what: `a burst of ${requests} approvals: until the last is verified, virtual time`,
    value: minutes,
    unit: 'min',
  },
  { what: `a burst of ${requests} approvals: answers 429 on the way`, value: tooMany, unit: '' },
];

export const isOver = ({ value, budget }: Figure): boolean => budget !== undefined && !(value <= budget);
