import { asUser } from '../visit';
import { approvedBy, desk, deskVisit, groups, membership, people, production, theApp } from './desk-visit';

const { customer, otherCustomer, orgAdmin, plainUser, contractor, userAccessAdmin, projectAdmin } = people;
const { cancel, complete } = desk.transitions;
const by = ({ accountId }: { readonly accountId: string }) => ({ accountIds: [accountId] });

/** Somebody who holds no API token, as the platform passes them on. */
const other = asUser(otherCustomer.accountId, 'read:servicedesk-request', 'write:servicedesk-request');

describe('a request is seen', () => {
  const asking = production(approvedBy(projectAdmin));

  it.each([
    ['by who raised it', plainUser, 200],
    ['by an agent of the desk', userAccessAdmin, 200],
    ['by the app', theApp, 200],
    ['by who is asked to approve', projectAdmin, 200],
    ['by nobody else who uses the site', contractor, 403],
    ['by no customer', customer, 403],
  ])('%s', async (_, as, status) => {
    const { call, raise } = deskVisit();
    await raise(asking);
    expect((await call('GET /request/OPS-1', as)).status).toBe(status);
    expect((await call('GET /request/OPS-1/approval', as)).status).toBe(status);
    expect((await call('GET /request/OPS-1/status', as)).status).toBe(status);
    expect((await call('GET /request/OPS-99', as)).status).toBe(404);
  });

  it('by those who take part in it, as long as they do', async () => {
    const { call, raise } = deskVisit();
    const key = await raise(membership(), customer);
    const seen = async () => (await call(`GET /request/${key}`, other)).status;
    expect(await seen()).toBe(403);
    await call(`POST /request/${key}/participant`, customer, by(otherCustomer));
    expect(await seen()).toBe(200);
    expect((await call(`DELETE /request/${key}/participant`, other, by(otherCustomer))).status).toBe(403);
    const left = await call(`DELETE /request/${key}/participant`, customer, by(otherCustomer));
    expect(left).toMatchObject({ status: 200, json: { size: 0 } });
    expect(await seen()).toBe(403);
  });

  it('by an agent only with a licence', async () => {
    const { call, raise, site } = deskVisit();
    await raise(membership(), customer);
    site.directory.setMember(groups.serviceAgents, userAccessAdmin.accountId, false);
    expect((await call('GET /request/IT-1', userAccessAdmin)).status).toBe(403);
  });
});

describe('the list of requests', () => {
  async function some() {
    const visited = deskVisit();
    await visited.raise(membership({ summary: 'First wiki' }));
    await visited.clock.advance(1_000);
    await visited.raise(membership({ summary: 'Second: wiki, please' }));
    await visited.raise(membership({ summary: 'Of somebody else' }), customer);
    const keys = async (query: string) => {
      const { json } = await visited.call(`GET /request?${query}`, plainUser);
      return (json as { values: { issueKey: string }[] }).values.map(({ issueKey }) => issueKey);
    };
    return { ...visited, keys };
  }

  it('has one’s own, the latest activity first', async () => {
    const { keys, call, clock } = await some();
    expect(await keys('')).toEqual(['IT-2', 'IT-1']);
    await clock.advance(1_000);
    await call('POST /request/IT-1/comment', plainUser, { body: 'Still waiting.', public: true });
    expect(await keys('')).toEqual(['IT-1', 'IT-2']);
  });

  it('is filtered by words, openness and type', async () => {
    const { keys, call } = await some();
    expect(await keys('searchTerm=second')).toEqual(['IT-2']);
    expect(await keys('searchTerm=sec')).toEqual([]);
    expect(await keys('searchTerm=sec*%20wiki')).toEqual(['IT-2']);
    await call('POST /request/IT-1/transition', plainUser, { id: cancel.id });
    expect(await keys('requestStatus=OPEN_REQUESTS')).toEqual(['IT-2']);
    expect(await keys('requestStatus=CLOSED_REQUESTS')).toEqual(['IT-1']);
    expect(await keys('serviceDeskId=1&requestTypeId=102')).toHaveLength(2);
    expect(await keys('serviceDeskId=1&requestTypeId=103')).toEqual([]);
  });

  it('lags behind as the search index does', async () => {
    const { keys, raise, site, clock } = await some();
    site.conditions.lagMs.issueIndex = 5_000;
    await raise(membership());
    expect(await keys('')).toHaveLength(2);
    await clock.advance(5_000);
    expect(await keys('')).toHaveLength(3);
  });
});

describe('comments', () => {
  it('among the staff are not for customers', async () => {
    const { call, raise } = deskVisit();
    const key = await raise(membership());
    await call(`POST /request/${key}/comment`, userAccessAdmin, { body: 'Careful.', public: false });
    await call(`POST /request/${key}/comment`, theApp, { body: 'Understood.\nTwo lines.', public: true });
    const seen = async (as: typeof plainUser) => (await call(`GET /request/${key}/comment`, as)).json;
    expect(await seen(userAccessAdmin)).toMatchObject({ size: 2 });
    expect(await seen(plainUser)).toMatchObject({
      size: 1,
      values: [
        { body: 'Understood.\nTwo lines.', public: true, author: { displayName: 'Identity Governance' } },
      ],
    });
    expect(await seen(contractor)).toMatchObject({ size: 0 });
  });

  it.each([
    ['among the staff, by a customer', { body: 'Psst.', public: false }, 403],
    ['which do not say whether they are public', { body: 'Hello.' }, 400],
    ['without words', { body: ' ', public: true }, 400],
  ])('are refused %s', async (_, body, status) => {
    const { call, raise } = deskVisit();
    const key = await raise(membership());
    expect((await call(`POST /request/${key}/comment`, plainUser, body)).status).toBe(status);
  });
});

describe('in the portal', () => {
  it('a request can be cancelled, with a word why, and its history tells', async () => {
    const { call, raise } = deskVisit();
    const key = await raise(membership());
    expect((await call(`GET /request/${key}/transition`, plainUser)).json).toMatchObject({
      size: 1,
      values: [{ id: cancel.id, name: 'Cancel' }],
    });
    const why = { id: cancel.id, additionalComment: { body: 'No longer needed.' } };
    expect((await call(`POST /request/${key}/transition`, plainUser, why)).status).toBe(204);
    const { json } = await call(`GET /request/${key}?expand=status,comment`, plainUser);
    expect(json).toMatchObject({
      currentStatus: { status: 'Cancelled', statusCategory: 'DONE' },
      status: { values: [{ status: 'Cancelled' }, { status: 'Waiting for approval' }] },
      comments: { values: [{ body: 'No longer needed.' }] },
    });
  });

  it.each([
    ['what customers are not offered', complete.id],
    ['an agent’s way past the approval', desk.transitions.implement.id],
    ['what does not exist', '999'],
  ])('nobody does %s, no administrator either', async (_, id) => {
    const { call, raise } = deskVisit();
    const key = await raise(membership());
    expect((await call(`POST /request/${key}/transition`, orgAdmin, { id })).status).toBe(400);
  });
});
