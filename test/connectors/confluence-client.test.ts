import { z } from 'zod';
import { createClient } from '../../src/connectors/confluence/client';
import { operations } from '../../src/connectors/confluence/operations';
import type { HttpRequest, HttpResponse } from '../../src/connectors/connector';
import { Secret } from '../../src/domain/secret';
import { confluence } from '../../src/connectors/confluence';
import { confluenceWorld, idOf } from './confluence-world';

const site = new URL('https://acme.atlassian.net');
const cloudId = '11111111-2222-4333-8444-555555555555';
const credential = { adminEmail: 'olga@acme.example', apiToken: new Secret('token'), found: {} };
const anything = { shape: z.unknown() };

/** A client before a target that answers these, one after the other, and then nothing but the last. */
function answering(base: 'site' | 'gateway', ...answers: readonly Partial<HttpResponse>[]) {
  const asked: HttpRequest[] = [];
  const waited: number[] = [];
  const http = async (request: HttpRequest): Promise<HttpResponse> => {
    asked.push(request);
    const answer = answers[Math.min(asked.length, answers.length) - 1];
    return { status: 200, headers: {}, text: '', ...answer };
  };
  const wait = async (ms: number) => void waited.push(ms);
  return {
    ...createClient(credential, { site, cloudId, http, wait, remember: (_what, read) => read() }, base),
    asked,
    waited,
  };
}

describe('a busy site', () => {
  const busy = (seconds?: string): Partial<HttpResponse> => ({
    status: 429,
    headers: seconds === undefined ? {} : { 'retry-after': seconds },
  });

  it('is asked once more when it asks for a moment', async () => {
    const { call, asked, waited } = answering('site', busy('3'), { text: '[]' });
    expect(await call(operations.searchUsers, { shape: z.array(z.unknown()) })).toEqual([]);
    expect([asked.length, waited]).toEqual([2, [3000]]);
  });

  it('is asked once more only once', async () => {
    const { call, asked } = answering('site', busy('1'));
    await expect(call(operations.user, anything)).rejects.toMatchObject({ retryAfterSeconds: 1 });
    expect(asked).toHaveLength(2);
  });

  it.each([['30'], ['4'], [undefined], ['soon'], ['-1'], ['1e9']])(
    'is left alone when it says %s',
    async (seconds) => {
      const { call, asked, waited } = answering('site', busy(seconds));
      await expect(call(operations.user, anything)).rejects.toMatchObject({ code: 'target-unavailable' });
      expect([asked.length, waited]).toEqual([1, []]);
    },
  );

  it('never gets a change twice', async () => {
    const { call, asked } = answering('site', busy('1'));
    await expect(call(operations.addMember, anything)).rejects.toMatchObject({ code: 'target-unavailable' });
    expect(asked).toHaveLength(1);
  });
});

describe('a 401 of the gateway', () => {
  const words = JSON.stringify({ code: 401, message: 'Unauthorized; scope does not match' });
  const me = { text: JSON.stringify({ accountId: 'x' }) };

  it('is a missing scope when the token can still say whose it is', async () => {
    const { call, asked } = answering('gateway', { status: 401, text: words }, me);
    await expect(call(operations.addMember, anything)).rejects.toMatchObject({
      code: 'target-forbidden',
      message: expect.stringContaining('manage:jira-configuration') as string,
    });
    expect(asked.at(-1)?.url.pathname).toMatch(/\/myself$/);
  });

  it('is a bad token when it cannot, whatever the words', async () => {
    const { call } = answering('gateway', { status: 401, text: words });
    await expect(call(operations.addMember, anything)).rejects.toMatchObject({ code: 'target-unauthorized' });
    await expect(call(operations.myself, anything)).rejects.toMatchObject({ code: 'target-unauthorized' });
  });

  it('is not explained while the gateway is out of order', async () => {
    const { call } = answering('gateway', { status: 401 }, { status: 503 });
    await expect(call(operations.addMember, anything)).rejects.toMatchObject({ code: 'target-unavailable' });
  });
});

it('follows no redirect, and does not read what comes with it', async () => {
  const { call, asked } = answering('site', {
    status: 302,
    headers: { location: 'https://evil.example/' },
    text: '{}',
  });
  await expect(call(operations.user, anything)).rejects.toMatchObject({ code: 'unexpected' });
  expect(asked).toHaveLength(1);
});

it('does not take nobody’s empty list for an answer to the admin', async () => {
  const { installation, credential: revoked } = confluenceWorld({ token: 'revoked' });
  const target = confluence.open(revoked, installation);
  await expect(target.findByEmail('lena@acme.example')).rejects.toMatchObject({
    code: 'target-unauthorized',
  });
  await expect(target.searchPeople('lena@acme.example')).rejects.toMatchObject({
    code: 'target-unauthorized',
  });
});

it('tells of a scope that was taken away, in real use', async () => {
  const { installation, credential: less } = confluenceWorld({ token: 'without read:confluence-user' });
  const held = confluence.open(less, installation).holdings({ id: idOf('lena'), name: 'Lena' });
  await expect(held).rejects.toMatchObject({ code: 'target-forbidden' });
});
