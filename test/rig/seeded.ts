import { explain, runMany } from './many';

const PORTION = 100;

/** Portions of runs, each a test of its own: what fails is told with its seed and its shortest trace. */
export function seeded({ from, runs }: { readonly from: number; readonly runs: number }): void {
  const portions = Array.from({ length: Math.ceil(runs / PORTION) }, (_, index) => from + index * PORTION);
  it.each(portions)(
    `whatever people do and whatever goes wrong, access is right and comes to rest: ${PORTION} runs from seed %i on`,
    async (first) => {
      const { failure, adds, removals, fired } = await runMany({ from: first, runs: PORTION });
      expect(failure && (await explain(failure))).toBeUndefined();
      // Runs in which nothing happens would prove nothing.
      expect(adds).toBeGreaterThan(PORTION / 4);
      expect(removals).toBeGreaterThan(PORTION / 4);
      expect(fired.size).toBeGreaterThan(20);
    },
    300_000,
  );
}
