import { defects, withDefect } from './defects';
import { explain, runMany } from './many';
import type { Move } from './moves';
import { shrink } from './shrink';

const wait = (seconds: number): Move => ({ do: 'wait', seconds });
const plan = Array.from({ length: 40 }, (_, index) => wait(index));

it.each([[[3]], [[0, 39]], [[7, 8, 9]], [[5, 20, 35]]])(
  'a trace of which only the moves %j are needed is cut down to them',
  async (needed) => {
    const tries: number[] = [];
    const shortest = await shrink(plan, async (shorter) => {
      tries.push(shorter.length);
      return needed.every((seconds) =>
        shorter.some((move) => move.do === 'wait' && move.seconds === seconds),
      );
    });
    expect(shortest).toEqual(needed.map(wait));
    expect(tries.length).toBeLessThan(200);
  },
);

it('a failure is told with its seed, what is wrong, and the shortest trace that fails in the same way', async () => {
  const defect = defects.find(({ name }) => name === 'the effect comes before the intent');
  if (!defect) throw new Error('The defect has another name.');
  const { code, remove } = withDefect(defect);
  try {
    const { failure } = await runMany({ from: 1, runs: 20, code });
    if (!failure) throw new Error('Nothing was noticed.');
    const [seed, ...lines] = (await explain(failure, code)).split('\n');
    const title = lines.indexOf('shortest trace:');
    const [violations, moves] = [lines.slice(0, title), lines.slice(title + 1)];
    expect(seed).toBe(`seed ${failure.seed}`);
    expect(violations.join()).toContain('was given without an intent on record');
    expect(moves.map((line) => (JSON.parse(line) as Move).do)).toEqual(
      expect.arrayContaining(['raise', 'answer']),
    );
    expect(moves.length).toBeLessThan(8);
  } finally {
    remove();
  }
});
