import { field, functionOf, textOf } from './read';
import type { Method } from './view';

/** Events between the app's own pages, or, on the public bus, between all of them that are open. */
export function eventBus(): { readonly emit: Method; readonly on: Method } {
  const listeners = new Map<string, Set<(payload: unknown) => unknown>>();
  return {
    emit: (arg) => {
      for (const listener of listeners.get(textOf(arg, 'event') ?? '') ?? [])
        void listener(field(arg, 'payload'));
    },
    on: (arg, view) => {
      const event = textOf(arg, 'event') ?? '';
      const callback = functionOf(arg, 'callback');
      if (!callback) throw new Error('An event needs a callback.');
      const those = listeners.get(event) ?? new Set();
      listeners.set(event, those.add(callback));
      const unsubscribe = () => void those.delete(callback);
      view.cleanups.add(unsubscribe);
      return { unsubscribe };
    },
  };
}
