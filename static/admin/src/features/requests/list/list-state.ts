import type { RequestApi } from '@contract/request-api';
import { alertNames, type AlertKind } from '../alerts/alerts';
import { requestStates, type Standing } from '../words/states';

/** How the list is looked at. All of it is in the address, so that it survives a reload and can be sent to others. */
export interface ListState {
  /** The key of a ticket. It finds one request, whatever else is chosen. */
  readonly key: string;
  readonly state: Standing | undefined;
  readonly person: string;
  readonly rule: string;
  /** Only what needs an administrator for this reason. */
  readonly alert: AlertKind | undefined;
}

export const everything: ListState = {
  key: '',
  state: undefined,
  person: '',
  rule: '',
  alert: undefined,
};

const namesOf = <Name extends string>(words: Readonly<Record<Name, unknown>>): Name[] =>
  Object.keys(words).filter((name): name is Name => name in words);

export const stateNames = namesOf(requestStates);
const alertKinds = namesOf(alertNames);

/** Reads an address, whoever wrote it. What makes no sense counts as not said. */
export const readListState = (search: URLSearchParams): ListState => ({
  key: search.get('key') ?? '',
  state: stateNames.find((name) => name === search.get('state')),
  person: search.get('person') ?? '',
  rule: search.get('rule') ?? '',
  alert: alertKinds.find((kind) => kind === search.get('alert')),
});

export function writeListState(state: ListState): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(state))
    if (typeof value === 'string' && value) search.set(name, value);
  return search;
}

/** A ticket is found by its whole key; the beginning of one would find nothing. */
export const isWholeKey = (key: string): boolean => /^\s*[a-z][a-z0-9_]*-\d+\s*$/i.test(key);

/** What the server is asked for. */
export function filterOf({
  key,
  state,
  person,
  rule,
  alert,
}: ListState): Parameters<RequestApi['request.list']>[0] {
  if (key) return { key: key.trim() };
  if (alert) return { alert };
  return {
    ...(state && { state }),
    ...(person && { person }),
    ...(rule && { ruleId: rule }),
  };
}

export const isFiltered = (state: ListState): boolean => writeListState(state).size > 0;
