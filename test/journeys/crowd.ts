import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { largeWorld } from '../../tools/simulator/atlassian/worlds/large';
import { fieldRef } from './rules';
import { approver, govern, option, type Stage } from './stage';

const { desk, groups } = acme;
const MINUTE = 60_000;

/** The seeded site with so many people more, and a rule by which each ticket says for how many hours. */
export async function crowded(people: number) {
  const world = largeWorld({ people: people * 3, groups: 60, memberships: people * 4, opening: 20 });
  const end = { kind: 'hours', field: fieldRef('hours', 'number'), required: true, maxHours: 200 } as const;
  const stage = await govern({ end }, { world });
  const strangers = world.people.slice(acme.world.people.length).map(({ accountId }) => accountId);
  return { stage, people: strangers.slice(0, people) };
}

/** All of them are given membership of the HR readers for so many hours, within some minutes. */
export async function giveAll(stage: Stage, people: readonly string[], hours: number): Promise<void> {
  const ids: string[] = [];
  for (const by of people) {
    const fields = {
      [desk.fields.accessLevel.id]: option('HR readers'),
      [desk.fields.hours.id]: hours,
    };
    ids.push(stage.site.work.raise({ by, requestTypeId: desk.requestTypes.groupMembership.id, fields }).id);
    await stage.advance(500);
  }
  await stage.advance(5 * MINUTE);
  for (const id of ids) {
    stage.site.work.answer(id, { by: approver, decision: 'approved' });
    await stage.advance(500);
  }
  await stage.advance(5 * MINUTE);
  const missing = people.filter((person) => !stage.isIn(groups.hrReaders, person));
  if (missing.length > 0) throw new Error(`${missing.length} of them were not given it.`);
}
