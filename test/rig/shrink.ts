import type { Move } from './moves';

/** Leaves out whatever the failure does not need: halves first, then ever smaller pieces, then single moves. */
export async function shrink(
  plan: readonly Move[],
  fails: (shorter: readonly Move[]) => Promise<boolean>,
): Promise<readonly Move[]> {
  let kept = plan;
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < kept.length;) {
      const shorter = [...kept.slice(0, at), ...kept.slice(at + size)];
      if (await fails(shorter)) kept = shorter;
      else at += size;
    }
  }
  return kept;
}
