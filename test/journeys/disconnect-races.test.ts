import { kvsHoldings } from '../../src/forge/store/holdings';
import { secretCredentials } from '../../src/forge/store/credentials';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { problemOf } from '../start';
import { govern, HOUR, SOON, type Stage } from './stage';

const { hrReaders } = acme.groups;
const MINUTE = 60_000;

const disconnect = ({ call, connection: { id, version } }: Stage) =>
  call('connection.disconnect', { id, version });

interface Finding<T> {
  find(id: string): Promise<T>;
}

/** Somebody acts while a run is at this read, once: before it, or when it knows the answer and nobody else does. */
function meet<T>(store: Finding<T>, when: 'before' | 'after', act: () => Promise<unknown>) {
  const { find } = store;
  store.find = async (id) => {
    store.find = find;
    if (when === 'before') await act();
    const found = await find(id);
    if (when === 'after') await act();
    return found;
  };
}

describe('what is given while somebody disconnects', () => {
  it('is not left behind although the lists are a minute late', async () => {
    const stage = await govern();
    stage.forge.variants.queryLagMs = MINUTE;
    const id = await stage.ask();
    stage.site.work.answer(id, { by: acme.people.confluenceAdmin.accountId, decision: 'approved' });
    await stage.advance(SOON);
    expect(stage.isIn(hrReaders)).toBe(true);
    expect(problemOf(await disconnect(stage))).toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/a moment ago/),
    });
    await stage.advance(16 * MINUTE);
    expect(problemOf(await disconnect(stage)).message).toMatch(/People still hold access/);
    await stage.advance(9 * HOUR);
    expect(stage.isIn(hrReaders)).toBe(false);
    expect(await disconnect(stage)).toMatchObject({ ok: true });
    stage.close();
  });

  it('is not begun when the connection went during the look', async () => {
    const stage = await govern();
    const id = await stage.ask();
    meet(secretCredentials, 'after', () => disconnect(stage));
    await stage.approve(id);
    await stage.advance(15 * MINUTE);
    expect(stage.isIn(hrReaders)).toBe(false);
    expect(await stage.view(id)).toMatchObject({ state: 'failed', grants: [] });
    expect(stage.said(id).at(-1)).toContain('“hr-readers”: The application is not connected any more.');
    expect(await stage.restless(id)).toEqual([]);
    stage.close();
  });

  it('keeps the connection when the intent is written down, and ends in time', async () => {
    const stage = await govern();
    const id = await stage.ask();
    const refused: string[] = [];
    // The first reading is for the look, the second for the gift.
    meet(secretCredentials, 'after', async () =>
      meet(secretCredentials, 'after', async () => refused.push(problemOf(await disconnect(stage)).code)),
    );
    await stage.approve(id);
    expect([refused, stage.isIn(hrReaders)]).toEqual([['conflict'], true]);
    await stage.advance(9 * HOUR);
    expect(stage.isIn(hrReaders)).toBe(false);
    stage.close();
  });

  it('does not wait for ever for a connection that went before the look', async () => {
    const stage = await govern();
    const id = await stage.ask();
    meet(kvsHoldings, 'before', () => disconnect(stage));
    await stage.approve(id);
    await stage.advance(15 * MINUTE);
    const { state, grants } = await stage.view(id);
    expect([state, stage.isIn(hrReaders)]).toEqual(['failed', false]);
    expect(grants).toMatchObject([{ state: 'failed', problem: { code: 'connection-gone' } }]);
    expect(await stage.restless(id)).toEqual([]);
    stage.close();
  });
});

it('access whose connection is gone is taken through another one to the same application', async () => {
  const stage = await govern();
  // So late that what was given cannot be seen for long enough to be missed.
  stage.forge.variants.queryLagMs = HOUR;
  const id = await stage.ask();
  await stage.approve(id);
  await stage.advance(20 * MINUTE);
  expect(await disconnect(stage)).toMatchObject({ ok: true });
  stage.forge.variants.queryLagMs = 0;
  await stage.advance(9 * HOUR);
  expect((await stage.view(id)).grants).toMatchObject([
    { state: 'blocked', problem: { code: 'connection-gone' } },
  ]);
  expect(stage.isIn(hrReaders)).toBe(true);
  await stage.connect();
  await stage.advance(10 * MINUTE);
  expect(stage.isIn(hrReaders)).toBe(false);
  expect((await stage.view(id)).grants).toMatchObject([{ state: 'revoked' }]);
  stage.close();
});
