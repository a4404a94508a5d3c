import type { Use } from './measure';

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

export const isOver = ({ value, budget }: Figure): boolean => budget !== undefined && !(value <= budget);
