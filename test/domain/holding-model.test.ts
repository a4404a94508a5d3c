import fc from 'fast-check';
import { HoldingWorld, LEASE_MINUTES, type Hand, type Reach, type Step } from './holding-world';

const grant = fc.constantFrom('g1', 'g2', 'g3');
const reach = fc.constantFrom<Reach>('intent', 'effect', 'end', 'end', 'end');
const hand = fc.constantFrom<Hand>('add', 'remove');
const meanwhile = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Hand>('nothing') },
  { weight: 1, arbitrary: hand },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('give' as const), grant, reach, meanwhile }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('take' as const), grant, reach, meanwhile }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('refused' as const), grant }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('hand' as const), hand }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.nat({ max: 4 }) }) },
);
const steps = fc.array(step, { maxLength: 40, size: 'max' });

/** Everything that is still going on comes to its end, undisturbed. */
function windUp(world: HoldingWorld): void {
  for (const open of world.open) {
    world.run({ kind: 'wait', minutes: LEASE_MINUTES });
    world.run({ kind: 'take', grant: open, reach: 'end', meanwhile: 'nothing' });
  }
}

it('takes nothing that was there before, cuts nobody off, and leaves nothing behind', () => {
  fc.assert(
    fc.property(steps, (story) => {
      const world = new HoldingWorld();
      for (const each of story) world.run(each);
      windUp(world);
      expect(world.wrongs).toEqual([]);
      expect(world.open).toEqual([]);
      expect(world.remembered).toBe(0);
      if (world.held) expect(world.whose).not.toBe('ours');
    }),
    { numRuns: 10_000 },
  );
});

it('the runs of the model do give, take, leave alone and die in the middle', () => {
  const met = { taken: 0, kept: 0, died: 0 };
  fc.assert(
    fc.property(steps, (story) => {
      const world = new HoldingWorld();
      for (const each of story) {
        const before = world.held;
        world.run(each);
        if (each.kind === 'take' && before && !world.held) met.taken += 1;
      }
      met.died += world.open.length > 0 && world.remembered > 0 ? 1 : 0;
      windUp(world);
      met.kept += world.held ? 1 : 0;
    }),
    { numRuns: 1000, seed: 1 },
  );
  expect(met.taken).toBeGreaterThan(100);
  expect(met.kept).toBeGreaterThan(50);
  expect(met.died).toBeGreaterThan(100);
});
