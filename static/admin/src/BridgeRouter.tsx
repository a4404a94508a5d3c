import { useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { createPath, NavigationType, Router, type Navigator, type To } from 'react-router';
import type { Places } from './history';

interface Props {
  places: Places;
  children: ReactNode;
}

const types = { POP: NavigationType.Pop, PUSH: NavigationType.Push, REPLACE: NavigationType.Replace };
const path = (to: To): string => (typeof to === 'string' ? to : createPath(to));

/** React Router over the history that Jira keeps for this page: the address bar is Jira's, not the frame's. */
export function BridgeRouter({ places, children }: Props) {
  const { action, ...location } = useSyncExternalStore(places.subscribe, places.now);
  const navigator = useMemo<Navigator>(
    () => ({
      // The frame has no address of its own; a hash keeps a link that is opened elsewhere from being a broken one.
      createHref: (to) => `#${path(to)}`,
      go: (delta) => places.history.go(delta),
      push: (to) => places.history.push(path(to)),
      replace: (to) => places.history.replace(path(to)),
    }),
    [places],
  );
  return (
    <Router location={location} navigationType={types[action]} navigator={navigator}>
      {children}
    </Router>
  );
}
