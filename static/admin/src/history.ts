import type { view } from '@forge/bridge';

export type BridgeHistory = Awaited<ReturnType<typeof view.createHistory>>;

export interface Place {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly action: 'POP' | 'PUSH' | 'REPLACE';
}

/** Where Jira says that the page is. Jira's sidebar moves it too, so it is heard for as long as the page lives. */
export interface Places {
  readonly history: BridgeHistory;
  now(): Place;
  subscribe(listener: () => void): () => void;
}

type Location = BridgeHistory['location'];

const place = ({ pathname, search, hash }: Location, action: Place['action']): Place => ({
  pathname: `/${pathname.replace(/^\/+/, '')}`,
  search: search ?? '',
  hash: hash ?? '',
  action,
});

export function followHistory(history: BridgeHistory): Places {
  const listeners = new Set<() => void>();
  let current = place(history.location, 'POP');
  history.listen((location, action) => {
    current = place(location, action);
    for (const listener of listeners) listener();
  });
  return {
    history,
    now: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
