import { AsyncLocalStorage } from 'node:async_hooks';
import type { VirtualTimers } from './timers';

export interface PlatformTarget {
  readonly type: string;
  readonly provider?: string;
  readonly remote?: string;
  readonly accountId?: string;
}

export interface FetchInit extends RequestInit {
  readonly method?: string;
}

/** What the process's globals need to know of the invocation they are used in. */
export interface Running {
  /** What `__forge_runtime__` is. */
  readonly runtime: object;
  readonly callPlatform: (target: PlatformTarget, path: string, init?: FetchInit) => Promise<Response>;
  readonly fetchOutside: typeof globalThis.fetch;
  readonly log: (level: string, words: readonly unknown[]) => void;
  /** Epoch milliseconds, virtual. */
  readonly now: () => number;
  /** Absent while the clock flows: then timers are the machine's own. */
  readonly timers?: VirtualTimers;
}

/** Whose invocation the running code belongs to. Several installations may be served at once. */
export const current = new AsyncLocalStorage<Running>();
