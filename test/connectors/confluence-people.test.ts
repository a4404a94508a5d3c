import { confluence } from '../../src/connectors/confluence';
import type { Option } from '../../src/connectors/connector';
import { pages } from '../../src/connectors/pages';
import { variantTable, type Variants } from '../../tools/simulator/atlassian/variants';
import { confluenceWorld, idOf } from './confluence-world';

function start(variants: Partial<Variants> = {}) {
  const world = confluenceWorld({ variants });
  const target = confluence.open(world.credential, world.installation);
  const search = async (query: string): Promise<readonly Option[]> => {
    const all: Option[] = [];
    for await (const option of pages((cursor) => target.searchPeople(query, cursor))) all.push(option);
    return all;
  };
  return { ...world, target, search, calls: () => world.site.calls.length };
}
const names = (options: readonly Option[]) => options.map(({ name }) => name);

it('offers the people with a licence: no guest, app, customer, nobody who cannot sign in', async () => {
  const { search } = start();
  const found = names(await search(''));
  expect(found).toContain('Lena O’Brien-Özil');
  expect(found).toHaveLength(
    60 + ['olga', 'direct', 'keeper', 'hidden', 'lonely', 'product', 'lena', 'hank'].length,
  );
  for (const name of [
    'Gus Guest',
    'Botty App',
    'Carl Customer',
    'Ina Inactive',
    'Sue Suspended',
    'Bob Builder',
  ]) {
    expect(found).not.toContain(name);
  }
});

it.each([
  ['lena', ['Lena O’Brien-Özil']],
  ['o’brien', ['Lena O’Brien-Özil']],
  ['brien lena', ['Lena O’Brien-Özil']],
  ['özil', ['Lena O’Brien-Özil']],
  ['many 0', Array.from({ length: 10 }, (_, n) => `Many 0${n}`)],
  ['*', []],
  ['") or type = user or ("', []],
  ['lena" or user.fullname ~ "many', []],
  ['\\', []],
])('finds by %p', async (query, expected) => {
  expect(names(await start().search(query))).toEqual(expected);
});

it('shows twenty-five at a time, with a picture, in one call', async () => {
  const { target, calls } = start();
  const { items, next } = await target.searchPeople('many');
  expect(items).toHaveLength(25);
  expect(next).toBe('25');
  expect(items[0]).toEqual({
    id: idOf('many-0'),
    name: 'Many 00',
    detail: 'many-0@acme.example',
    avatarUrl: expect.stringMatching(/^https:/) as string,
  });
  expect(calls()).toBe(1);
});

it('finds an address in two calls, and only the whole of it', async () => {
  const { target, calls } = start();
  expect(names((await target.searchPeople('Lena@Acme.example ')).items)).toEqual(['Lena O’Brien-Özil']);
  expect(calls()).toBe(2);
  expect((await target.searchPeople('lena@')).items).toEqual([]);
  expect((await target.searchPeople('bob@acme.example')).items).toEqual([]);
});

describe('who is chosen, as they are now', () => {
  it.each(variantTable.guestGroupsAsUser)(
    'tells what stands against somebody (guest groups listed: %s)',
    async (listed) => {
      const { target } = start({ guestGroupsAsUser: listed });
      const blocked = async (id: string) =>
        (await target.describePeople([idOf(id)])).map((option) => option.blocked ?? 'free');
      expect(await blocked('lena')).toEqual(['free']);
      expect(await blocked('product-admin')).toEqual(['free']);
      expect(await blocked('bob')).toEqual([expect.stringContaining('licence')]);
      expect(await blocked('gus')).toEqual([expect.stringContaining('licence')]);
      expect(await blocked('ina')).toEqual([expect.stringContaining('deactivated')]);
      expect(await blocked('sue')).toEqual([expect.stringContaining('suspended')]);
      expect(await blocked('bot')).toEqual([expect.stringContaining('app')]);
      expect(await blocked('carl')).toEqual([expect.stringContaining('help centre')]);
      expect(await blocked('nobody')).toEqual([]);
    },
  );

  it('takes an admin of Confluence for licensed, whose groups do not say so', async () => {
    const { target, site } = start();
    site.directory.setMember('wiki-users', idOf('product-admin'), false);
    expect((await target.describePeople([idOf('product-admin')]))[0]?.blocked).toBeUndefined();
  });

  it('tells a licence that was lost a moment ago', async () => {
    const { target, site } = start();
    site.directory.setMember('wiki-users', idOf('lena'), false);
    expect((await target.describePeople([idOf('lena')]))[0]?.blocked).toContain('licence');
  });

  it('describes several people at once', async () => {
    const { target } = start();
    const described = await target.describePeople(['bob', 'lena', 'nobody', 'olga'].map(idOf));
    expect(names(described)).toEqual(['Bob Builder', 'Lena O’Brien-Özil', 'Olga Organ']);
  });
});

describe('whose address it is', () => {
  it.each(variantTable.hiddenEmail)(
    'leaves it to a person when the address is hidden (%s)',
    async (hiddenEmail) => {
      const { target } = start({ hiddenEmail });
      expect(await target.findByEmail('hank@acme.example')).toEqual({
        kind: 'uncertain',
        candidates: [{ id: idOf('hank'), name: 'Hank Hidden' }],
      });
    },
  );

  it.each(['bot', 'carl', 'ina', 'sue', 'len'])(
    'finds nobody who could be given access for %s',
    async (id) => {
      expect(await start().target.findByEmail(`${id}@acme.example`)).toEqual({ kind: 'none' });
    },
  );
});
