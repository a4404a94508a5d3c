import type { RuleRowView } from '@contract/rule-views';

export const sortKeys = ['name', 'state', 'trigger', 'access', 'approvers', 'used'] as const;
export type SortKey = (typeof sortKeys)[number];
export type RuleState = RuleRowView['state'];
export const ruleStates: readonly RuleState[] = ['enabled', 'disabled'];

/** How the list is looked at. All of it is in the address, so that it survives a reload and can be sent to others. */
export interface ListState {
  readonly text: string;
  readonly state: RuleState | undefined;
  readonly sort: SortKey;
  readonly order: 'asc' | 'desc';
  readonly page: number;
}

/** Reads an address, whoever wrote it. What makes no sense counts as not said. */
export function readListState(search: URLSearchParams): ListState {
  const page = Number(search.get('page') ?? 1);
  return {
    text: search.get('q') ?? '',
    state: ruleStates.find((state) => state === search.get('state')),
    sort: sortKeys.find((key) => key === search.get('sort')) ?? 'name',
    order: search.get('order') === 'desc' ? 'desc' : 'asc',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** Only what differs from the first look is written into the address. */
export function writeListState({ text, state, sort, order, page }: ListState): URLSearchParams {
  const search = new URLSearchParams();
  if (text) search.set('q', text);
  if (state) search.set('state', state);
  if (sort !== 'name') search.set('sort', sort);
  if (order === 'desc') search.set('order', order);
  if (page > 1) search.set('page', String(page));
  return search;
}
