import type { Option, Page } from '../../../src/connectors/connector';
import { pages } from '../../../src/connectors/pages';
import { open, patiently, type Setup, type Stage } from './stage';

type Search = (cursor?: string) => Promise<Page<Option>>;

async function everything(stage: Stage, search: Search): Promise<readonly Option[]> {
  const all: Option[] = [];
  for await (const option of pages((cursor) => patiently(stage, () => search(cursor)))) all.push(option);
  return all;
}

/** Searches and holdings, page after page. */
export function listCases(setup: Setup): void {
  it('walks every page of its groups, each group once, and can find the one in question', async () => {
    const stage = await setup();
    const target = open(stage);
    const all = await everything(stage, (cursor) => target.searchGroups('', cursor));
    const ids = all.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain(stage.what.resource.id);
    const { id, name } = stage.what.resource;
    const named = await everything(stage, (cursor) => target.searchGroups(` ${name.toUpperCase()} `, cursor));
    expect(named.map((option) => option.id)).toContain(id);
    expect(named.length).toBeLessThanOrEqual(all.length);
  });

  it('walks every page of its people, each person once', async () => {
    const stage = await setup();
    const target = open(stage);
    const ids = (await everything(stage, (cursor) => target.searchPeople('', cursor))).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain(stage.who.id);
  });

  it('finds a person by name and by address', async () => {
    const stage = await setup();
    const target = open(stage);
    for (const query of [stage.who.name, stage.who.name.split(' ')[0] ?? '', stage.email]) {
      const { items } = await patiently(stage, () => target.searchPeople(query));
      expect(items.map(({ id }) => id)).toContain(stage.who.id);
    }
  });

  it('takes nothing but its own cursors', async () => {
    const target = open(await setup());
    for (const cursor of ['https://evil.example/', '-1', '../0', '1e3', '0&accountId=1', '']) {
      await expect(target.searchGroups('', cursor)).rejects.toMatchObject({ name: 'Fault' });
      await expect(target.searchPeople('', cursor)).rejects.toMatchObject({ name: 'Fault' });
    }
  });

  it('tells everything that somebody holds, past the first page, each once, under its own kinds', async () => {
    const stage = await setup();
    const { who, count } = stage.busy ?? { who: stage.who, count: 0 };
    const held = await patiently(stage, () => open(stage).holdings(who));
    expect(held.length).toBeGreaterThanOrEqual(count);
    expect(new Set(held.map(({ resource }) => resource.id)).size).toBe(held.length);
    expect(held.filter(({ resource }) => !resource.kind.startsWith(`${stage.connector.key}-`))).toEqual([]);
  });
}
