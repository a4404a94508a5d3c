/** In each minute of a run. https://developer.atlassian.com/platform/forge/limits-invocation/ */
const CALLS_PER_MINUTE = 100;
/** A minute, and a second: a call counts where it goes out, which is a little later. */
const MINUTE_MS = 61_000;

/** How fast one run may ask other hosts than the platform itself. */
export interface Pace {
  /** Milliseconds until one more call may go out. */
  readonly waitMs: () => number;
  /** That call goes out then: nobody else has its place. */
  readonly take: () => number;
}

/** When the platform's minutes of a run begin is not known exactly, so none may have more, whenever it begins. */
export function createPace(now: () => number): Pace {
  const starts: number[] = [];
  const next = (): number => {
    const limiting = starts.at(-CALLS_PER_MINUTE);
    return limiting === undefined ? now() : Math.max(now(), limiting + MINUTE_MS);
  };
  return {
    waitMs: () => next() - now(),
    take() {
      const at = next();
      starts.push(at);
      return at - now();
    },
  };
}
