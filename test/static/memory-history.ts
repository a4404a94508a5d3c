type Listener = (location: Place, action: string) => void;

interface Place {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}

const placeOf = (path: string): Place => {
  const { pathname, search, hash } = new URL(path, 'https://page.invalid');
  return { pathname, search, hash };
};

/** The history that Jira keeps for a page (history v4), kept in memory. */
export function memoryHistory(start: string) {
  const entries = [placeOf(start)];
  const listeners: Listener[] = [];
  const history = {
    action: 'POP',
    location: placeOf(start),
    listen: (listener: Listener) => void listeners.push(listener),
    push: (path: string) => {
      entries.push(placeOf(path));
      tell('PUSH');
    },
    replace: (path: string) => {
      entries[entries.length - 1] = placeOf(path);
      tell('REPLACE');
    },
    go: (delta: number) => {
      if (delta >= 0 || entries.length + delta < 1) return;
      entries.length += delta;
      tell('POP');
    },
  };
  const tell = (action: string) => {
    Object.assign(history, { action, location: entries.at(-1) });
    for (const listener of listeners) listener(history.location, action);
  };
  return history;
}
