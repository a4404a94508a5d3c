import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { colleagues } from '../../tools/simulator/atlassian/worlds/acme-people';
import { randomOf, type Random } from './random';
import { lieNames, openRemovals, type RemovalStep } from './removals';

const RUNS = 5_000;
const PORTION = 250;
/** After so many runs the site and its storage are new: they would only get slower. */
const FRESH = 50;
const { hrReaders, legalReviewers, marketingWriters, phoenix, financeAuditors } = acme.groups;
const groups = [hrReaders, legalReviewers, marketingWriters, phoenix, financeAuditors];
const people = colleagues.map(({ accountId }) => accountId);

function stepsOf(random: Random): readonly RemovalStep[] {
  const many = 4 + random.below(8);
  return Array.from({ length: many }, (): RemovalStep => {
    const what = random.pick([
      'give',
      'give',
      'give',
      'end',
      'end',
      'hand',
      'lie',
      'lose',
      'reconcile',
      'later',
    ] as const);
    switch (what) {
      case 'give':
      case 'end':
        return { do: what, grant: random.below(3) };
      case 'hand':
        return { do: what, member: random.chance(0.6) };
      case 'lie':
        return { do: what, lie: random.pick(lieNames) };
      case 'lose': {
        const phase = random.pick(['before', 'after'] as const);
        return { do: what, phase, how: random.pick(['crash', 'lose-response', 'error'] as const) };
      }
      case 'reconcile':
      case 'later':
        return { do: what };
    }
  });
}

it.each(Array.from({ length: RUNS / PORTION }, (_, index) => index))(
  `never takes what was there before us or what another grant needs, whatever lists say: portion %i of ${PORTION} runs`,
  async (portion) => {
    const random = randomOf(portion + 1);
    let removals = await openRemovals();
    for (let index = 0; index < PORTION; index += 1) {
      // Each run has a person and a group of its own.
      const at = index % FRESH;
      if (at === 0 && index > 0) {
        removals.close();
        removals = await openRemovals();
      }
      const [person = '', group = ''] = [people[at % people.length], groups[Math.floor(at / people.length)]];
      const steps = stepsOf(random);
      const wrong = await removals.play({ person, group, steps });
      expect({ portion, index, steps, wrong }).toEqual({ portion, index, steps, wrong: [] });
    }
    removals.close();
  },
  300_000,
);
