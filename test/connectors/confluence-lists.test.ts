import { confluence } from '../../src/connectors/confluence';
import { confluenceWorld, idOf } from './confluence-world';

function start() {
  const world = confluenceWorld();
  return { ...world, target: confluence.open(world.credential, world.installation) };
}

describe('lists that cannot be trusted', () => {
  const list = { operation: 'GET /wiki/rest/api/group' };
  const answer = (body: unknown) => ({ kind: 'answer', body: JSON.stringify(body) }) as const;
  const results = [{ id: 'marketing', name: 'Marketing' }];

  it.each([
    ['without links, which is not the last', { results }],
    ['without results', { _links: {} }],
    ['with a group without an id', { results: [{ name: 'Marketing' }], _links: {} }],
    ['whose next page is itself', { results, _links: { next: '/rest/api/group?start=0&limit=200' } }],
    ['that is empty and names no next start', { results: [], _links: { next: '/rest/api/group?cursor=x' } }],
  ])('refuses a page %s', async (_what, page) => {
    const { target, faults } = start();
    faults.declare({ id: 'page', match: list, effect: answer(page) });
    await expect(target.searchGroups('')).rejects.toMatchObject({ code: 'unexpected', retryable: false });
    await expect(target.describeGroups(['marketing'])).rejects.toMatchObject({ code: 'unexpected' });
  });

  it('refuses a list that turns in a circle', async () => {
    const { credential, installation } = start();
    let asked = 0;
    const http: typeof installation.http = async () => {
      asked += 1;
      const next = `/rest/api/user/memberof?start=${asked * 200}`;
      return { status: 200, headers: {}, text: JSON.stringify({ results, _links: { next } }) };
    };
    const turning = confluence.open(credential, { ...installation, http });
    await expect(turning.holdings({ id: idOf('lena'), name: 'Lena' })).rejects.toMatchObject({
      code: 'unexpected',
    });
    expect(asked).toBe(2);
  });

  it('goes on past an empty page that is not the last', async () => {
    const { target, faults } = start();
    faults.declare({
      id: 'empty page',
      match: { operation: 'GET /wiki/rest/api/user/memberof', attempt: 1 },
      effect: answer({ results: [], _links: { next: '/rest/api/user/memberof?start=1' } }),
    });
    expect(await target.holdings({ id: idOf('lena'), name: 'Lena' })).toHaveLength(1);
    expect(faults.unfired()).toEqual([]);
  });
});
