import { defects, withDefect } from './defects';
import { runMany } from './many';

/** Most are noticed within the first dozen. */
const RUNS = 200;

it('there are ten defects to be noticed, at least', () => {
  expect(new Set(defects.map(({ name }) => name)).size).toBeGreaterThanOrEqual(10);
});

it.each(defects)(
  'the seeded runs notice it when $name',
  async (defect) => {
    const { code, remove } = withDefect(defect);
    try {
      const { failure } = await runMany({ from: defect.from ?? 1, runs: RUNS, code });
      console.info(`seed ${failure?.seed}: ${failure?.violations[0]}`);
      expect(failure).toBeDefined();
    } finally {
      remove();
    }
  },
  300_000,
);
