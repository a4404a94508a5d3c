import type { Grant } from '../../src/domain/grant';
import { grantRow } from '../../src/forge/store/grant-row';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { largeWorld } from '../../tools/simulator/atlassian/worlds/large';
import { fieldRef } from './rules';
import { approver, govern, option, type Stage } from './stage';

const { desk, groups } = acme;
const MINUTE = 60_000;

/** The seeded site with so many people more, and a rule by which each ticket says for how many hours. */
export async function crowded(people: number) {
  const size = { people: 100 + people * 3, groups: 60, memberships: 400 + people * 4, opening: 20 };
  const world = largeWorld(size);
  const end = { kind: 'hours', field: fieldRef('hours', 'number'), required: true, maxHours: 200 } as const;
  const stage = await govern({ end }, { world });
  const strangers = world.people
    .slice(acme.world.people.length)
    .map(({ accountId }) => accountId)
    .filter((id) => stage.site.directory.canUseConfluence(id));
  if (strangers.length < people) throw new Error('There are not that many.');
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

const BATCH = 25;

/** Puts grants where the app keeps them. */
export const keepGrants = (stage: Parameters<typeof keepRows>[0], grants: readonly Grant[]): void =>
  keepRows(
    stage,
    'grant',
    grants.map((grant) => [`grant#${grant.id}`, grantRow(grant)]),
  );

/** Rows of an entity, each with its key. */
export function keepRows(
  { forge, installation, clock }: Pick<Stage, 'forge' | 'installation' | 'clock'>,
  entityName: string,
  entries: readonly (readonly [string, object])[],
): void {
  const rows = entries.map(([key, value]) => ({ key, entityName, value }));
  for (let at = 0; at < rows.length; at += BATCH)
    forge.storage.store.handle({
      ...{ installation: installation.id, operation: 'batch/set', now: clock.time() },
      body: rows.slice(at, at + BATCH),
    });
}
