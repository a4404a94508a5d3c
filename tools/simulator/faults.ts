export type Service = 'kvs' | 'jira' | 'confluence' | 'egress' | 'event' | 'queue' | 'bridge';

/** What one call to a service is called by: `GET /rest/api/3/myself`, `set`, `transaction`. */
export interface CallPoint {
  readonly service: Service;
  readonly operation: string;
  /** The path, key or id the call is about. */
  readonly key: string;
}

export type FaultEffect =
  | { readonly kind: 'crash' }
  | { readonly kind: 'lose-response' }
  | { readonly kind: 'timeout' }
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'answer'; readonly body: string }
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'stale' };

/** A fault is data. `attempt` counts matching calls from 1; absent means every one. */
export interface FaultRule {
  readonly id: string;
  readonly match: {
    readonly service?: Service;
    /** Exact text, or a pattern between slashes: `/^GET .*\/group/`. */
    readonly operation?: string;
    readonly key?: string;
    readonly attempt?: number;
    /** Before the effect on the service, or after it. Default: before. */
    readonly phase?: 'before' | 'after';
  };
  readonly effect: FaultEffect;
  readonly minFires?: number;
  readonly maxFires?: number;
}

/** An invocation that died in the middle: nothing after this point runs, and nobody hears of it. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

interface State {
  readonly rule: FaultRule;
  seen: number;
  fired: number;
}

/** The faults in force. A fault that never fired fails whoever declared it: see `unfired`. */
export class Faults {
  private states: State[] = [];

  declare(...rules: readonly FaultRule[]): void {
    this.states.push(...rules.map((rule) => ({ rule, seen: 0, fired: 0 })));
  }

  clear(): void {
    this.states = [];
  }

  list(): readonly { readonly id: string; readonly seen: number; readonly fired: number }[] {
    return this.states.map(({ rule, seen, fired }) => ({ id: rule.id, seen, fired }));
  }

  /** Declared faults that did not fire as often as they had to (once, unless they say otherwise). */
  unfired(): readonly string[] {
    return this.states.filter(({ rule, fired }) => fired < (rule.minFires ?? 1)).map(({ rule }) => rule.id);
  }

  /** The effect that hits this call in this phase, if any. Call it once for each phase of each call. */
  strike(point: CallPoint, phase: 'before' | 'after'): FaultEffect | undefined {
    for (const state of this.states) {
      const { match, effect, maxFires = Infinity } = state.rule;
      if ((match.phase ?? 'before') !== phase || !matches(match, point)) continue;
      state.seen += 1;
      if ((match.attempt !== undefined && match.attempt !== state.seen) || state.fired >= maxFires) continue;
      state.fired += 1;
      return effect;
    }
    return undefined;
  }
}

const fits = (wanted: string | undefined, actual: string): boolean => {
  if (wanted === undefined) return true;
  const pattern = /^\/(.*)\/([a-z]*)$/s.exec(wanted);
  return pattern ? new RegExp(pattern[1] ?? '', pattern[2]).test(actual) : wanted === actual;
};

const matches = (match: FaultRule['match'], point: CallPoint): boolean =>
  (match.service === undefined || match.service === point.service) &&
  fits(match.operation, point.operation) &&
  fits(match.key, point.key);
