import { field, textOf } from './read';
import type { Method } from './view';

/** A place in the app, as the `history` package's version 4 has it. */
interface Location {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly state: unknown;
  readonly key: string;
}

type Action = 'PUSH' | 'REPLACE' | 'POP';
type Listener = (location: Location, action: Action) => unknown;

/** The part of the frame's address below the surface's own path belongs to the app. */
export class SurfaceHistory {
  private readonly listeners = new Set<Listener>();
  private action: Action = 'POP';

  constructor(private readonly base: string) {
    window.addEventListener('popstate', () => this.announce('POP'));
  }

  get location(): Location {
    const { pathname, search, hash } = window.location;
    const state: unknown = window.history.state;
    return {
      pathname: pathname.slice(this.base.length) || '/',
      search,
      hash,
      state: field(state, 'state'),
      key: textOf(state, 'key') ?? '',
    };
  }

  go(action: 'PUSH' | 'REPLACE', to: unknown, state?: unknown): void {
    const entry = { key: crypto.randomUUID().slice(0, 8), state: field(to, 'state') ?? state };
    const address = this.address(to);
    if (action === 'PUSH') window.history.pushState(entry, '', address);
    else window.history.replaceState(entry, '', address);
    this.announce(action);
  }

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** What `createHistory` answers. Across frames every function of it is asynchronous. */
  readonly create: Method = (_arg, view) => {
    if (view.modal) throw new Error('A modal dialog has no history.');
    return {
      action: this.action,
      location: this.location,
      push: (to: unknown, state?: unknown) => this.go('PUSH', to, state),
      replace: (to: unknown, state?: unknown) => this.go('REPLACE', to, state),
      go: (steps: number) => window.history.go(steps),
      goBack: () => window.history.back(),
      goForward: () => window.history.forward(),
      listen: (listener: Listener) => {
        const stop = this.listen(listener);
        view.cleanups.add(stop);
        return stop;
      },
    };
  };

  /** `/connections?q=x` or `{pathname, search, hash}` as an address of the frame. It cannot lead out of the surface. */
  private address(to: unknown): string {
    const here = this.location;
    const wanted = typeof to === 'string' ? new URL(to, `http://app${here.pathname}`) : undefined;
    const pathname = wanted?.pathname ?? textOf(to, 'pathname') ?? here.pathname;
    const path = `/${pathname.replace(/^\/+/, '')}`;
    const search = wanted?.search ?? textOf(to, 'search') ?? '';
    const hash = wanted?.hash ?? textOf(to, 'hash') ?? '';
    return `${this.base}${path === '/' ? '' : path}${search}${hash}`;
  }

  private announce(action: Action): void {
    this.action = action;
    const { location } = this;
    for (const listener of this.listeners) void listener(location, action);
  }
}
