import { acme } from '../../../tools/simulator/atlassian/worlds/acme';
import { asApp, visit } from './visit';

const app = asApp('read:jira-user');
const LINE = 'GET /rest/api/3/group/bulk?maxResults=1';

const many = async (visited: ReturnType<typeof visit>, count: number) => {
  for (let sent = 1; sent < count; sent += 1) await visited.ask(LINE, { as: app });
  return visited.ask(LINE, { as: app });
};

describe('calls of the app', () => {
  it('are limited by the second, and told so before it happens', async () => {
    const visited = visit();
    const first = await visited.ask(LINE, { as: app });
    expect(first.headers).toMatchObject({ 'x-ratelimit-limit': '100', 'x-ratelimit-remaining': '99' });
    expect(first.headers['x-ratelimit-nearlimit']).toBeUndefined();
    const last = await many(visited, 99);
    expect(last).toMatchObject({
      status: 200,
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-nearlimit': 'true' },
    });
    const refused = await visited.ask(LINE, { as: app });
    expect(refused).toMatchObject({
      status: 429,
      headers: {
        'retry-after': '1',
        'ratelimit-reason': 'jira-burst-based',
        'x-ratelimit-reset': '2026-01-05T12:00:01.000Z',
      },
    });
    visited.clock.elapse(1_000);
    expect(await visited.ask(LINE, { as: app })).toMatchObject({ status: 200 });
  });

  it('are limited by operation: another one still goes through', async () => {
    const visited = visit();
    expect(await many(visited, 101)).toMatchObject({ status: 429 });
    expect(await visited.ask('GET /rest/api/3/groups/picker', { as: app })).toMatchObject({ status: 200 });
  });
});

describe('calls with an API token', () => {
  const spend = async (variants: Parameters<typeof visit>[0]) => {
    const visited = visit(variants);
    for (let sent = 0; sent < 10; sent += 1) await visited.ask(LINE);
    return visited.ask(LINE);
  };

  it('are not limited by default, and say nothing of limits', async () => {
    const answer = await spend({});
    expect(answer.status).toBe(200);
    expect(Object.keys(answer.headers).filter((name) => name.includes('ratelimit'))).toEqual([]);
  });

  it('may be limited with headers', async () => {
    const answer = await spend({ variants: { tokenRateLimit: '429-with-headers' } });
    expect(answer).toMatchObject({
      status: 429,
      headers: { 'retry-after': '1', 'x-ratelimit-remaining': '0' },
    });
  });

  it('may be limited without a word of when to come back', async () => {
    const answer = await spend({ variants: { tokenRateLimit: '429-without' } });
    expect(answer.status).toBe(429);
    expect(answer.headers).not.toHaveProperty('retry-after');
  });

  it('are counted by token', async () => {
    const visited = visit({ variants: { tokenRateLimit: '429-with-headers' } });
    for (let sent = 0; sent < 11; sent += 1) await visited.ask(LINE);
    expect(await visited.ask(LINE)).toMatchObject({ status: 429 });
    expect(await visited.ask(LINE, { as: acme.tokens.rotation })).toMatchObject({ status: 200 });
  });
});
