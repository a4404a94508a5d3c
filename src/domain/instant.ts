const later = (a: Date, b: Date): Date => (a >= b ? a : b);

/**
 * The instant of something that follows what happened `earlier`. A clock may be set back: what follows is then told a
 * millisecond after the latest of what came before it, so that nothing is told in the wrong order.
 */
export function instantAfter(now: Date, ...earlier: readonly (Date | undefined)[]): Date {
  const known = earlier.filter((each) => each !== undefined);
  const latest = known.reduce(later, now);
  return latest > now ? new Date(latest.getTime() + 1) : now;
}
