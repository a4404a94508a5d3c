import { confluence } from '../../src/connectors/confluence';
import { confluenceWorld, idOf } from './confluence-world';

const member = (id: string) => ({ resource: { kind: 'confluence-group', id, name: id }, role: 'member' });
const PATH = 'GET /rest/api/3/group/member';

function start() {
  const world = confluenceWorld();
  const target = confluence.open(world.credential, world.installation);
  const idsIn = async (group: string) => (await target.members(member(group))).map(({ id }) => id);
  /** One page as the site would answer it, with something else in it. */
  const answer = (page: number, over: object) => {
    const body = JSON.stringify({ startAt: 0, total: 1, isLast: true, values: [], ...over });
    world.faults.declare({
      id: `page ${page}`,
      match: { operation: PATH, attempt: 1 },
      effect: { kind: 'answer', body },
    });
  };
  return { ...world, target, idsIn, answer };
}
const personOf = (accountId: string) => ({ accountId, accountType: 'atlassian', displayName: accountId });

it('lists everybody in a group, past the first page, by name', async () => {
  const { target, idsIn, site } = start();
  const ids = await idsIn('wiki-users');
  expect(ids.length).toBeGreaterThan(60);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !site.directory.isMember('wiki-users', id))).toEqual([]);
  expect(await target.members(member('marketing'))).toEqual([{ id: idOf('sue'), name: 'Sue Suspended' }]);
});

it('lists who is suspended or deactivated, whom Confluence leaves out', async () => {
  const { idsIn } = start();
  expect(await idsIn('wiki-users')).toEqual(expect.arrayContaining([idOf('sue'), idOf('ina')]));
});

it('leaves out the accounts of apps', async () => {
  const { idsIn, site } = start();
  expect(site.directory.isMember('wiki-users', idOf('bot'))).toBe(true);
  expect(await idsIn('wiki-users')).not.toContain(idOf('bot'));
});

it('tells a group with nobody in it from one that does not exist', async () => {
  const { target } = start();
  expect(await target.members(member('coffee'))).toEqual([]);
  await expect(target.members(member('gone'))).rejects.toMatchObject({
    code: 'unverified',
    reason: 'group-gone',
  });
});

describe('a list that is not whole is no list', () => {
  it.each([
    ['fewer people than it says', [{ total: 2, values: [personOf('a')] }]],
    ['more people than it says', [{ total: 0, values: [personOf('a')] }]],
    ['nobody, though somebody is counted', [{ total: 3 }]],
    ['a page that is empty and not the last', [{ total: 1, isLast: false }]],
    [
      'another count on the second page',
      [
        { total: 2, isLast: false, values: [personOf('a')] },
        { total: 3, startAt: 1, values: [personOf('b')] },
      ],
    ],
    [
      'the same person twice',
      [
        { total: 2, isLast: false, values: [personOf('a')] },
        { total: 2, startAt: 1, isLast: false, values: [personOf('a')] },
      ],
    ],
    ['a page from elsewhere', [{ total: 1, startAt: 50, values: [personOf('a')] }]],
  ])('%s', async (_what, answers) => {
    const { target, answer, faults, site } = start();
    for (const [n, over] of answers.entries()) answer(n + 1, over);
    const refusal = { code: 'unverified', retryable: true };
    await expect(target.members(member('wiki-users'))).rejects.toMatchObject(refusal);
    expect(faults.unfired()).toEqual([]);
    // Given up at once: nothing further was asked of the site.
    expect(site.calls).toEqual([]);
  });

  it('a page that cannot be read', async () => {
    const { target, faults } = start();
    faults.declare({
      id: 'p2',
      match: { operation: PATH, attempt: 2 },
      effect: { kind: 'error', status: 500 },
    });
    await expect(target.members(member('wiki-users'))).rejects.toMatchObject({ code: 'target-unavailable' });
  });
});
