import type { Look } from '../../../src/connectors/connector';
import type { Entitlement } from '../../../src/domain/access';
import { cutOff, isWrite, open, patiently, type Meddler, type Setup, type Stage } from './stage';

const look = (stage: Stage, what = stage.what): Promise<Look> =>
  patiently(stage, () => open(stage).look(stage.who, what));
const membersOf = (stage: Stage): Promise<readonly string[]> =>
  patiently(stage, async () => (await open(stage).members(stage.what)).map(({ id }) => id));

/** Lets reads through, and counts what would change anything. */
function readOnly() {
  const writes: string[] = [];
  const meddler: Meddler = (request, send) => {
    if (!isWrite(request)) return send();
    writes.push(request.url.pathname);
    return Promise.reject(cutOff());
  };
  return { writes, meddler };
}

/** Looking before a change, what may be changed at all, and who holds something. */
export function changingCases(setup: Setup): void {
  it('looks without changing anything, and gives afterwards', async () => {
    const stage = await setup();
    const { writes, meddler } = readOnly();
    const { held } = await patiently(stage, () => open(stage, meddler).look(stage.who, stage.what));
    expect([held, writes]).toEqual([false, []]);
    expect(await patiently(stage, async () => (await look(stage)).give())).toBe('granted');
    const again = await look(stage);
    expect(again.held).toBe(true);
    expect(await patiently(stage, () => again.give())).toBe('already');
    await patiently(stage, () => open(stage).revoke(stage.who, stage.what));
    expect((await look(stage)).held).toBe(false);
  });

  it('says that it was there already when somebody else has given it between look and gift', async () => {
    const stage = await setup();
    const [one, other] = [await look(stage), await look(stage)];
    expect(await patiently(stage, () => one.give())).toBe('granted');
    expect(await patiently(stage, () => other.give())).toBe('already');
    await patiently(stage, () => open(stage).revoke(stage.who, stage.what));
  });

  it('lists everybody who holds something, or nobody', async () => {
    const stage = await setup();
    expect(await membersOf(stage)).not.toContain(stage.who.id);
    await patiently(stage, () => open(stage).grant(stage.who, stage.what));
    const held = await membersOf(stage);
    expect(held).toContain(stage.who.id);
    expect(new Set(held).size).toBe(held.length);
    await patiently(stage, () => open(stage).revoke(stage.who, stage.what));
  });

  it('never takes a thing that does not exist for one that nobody holds', async () => {
    const stage = await setup();
    const gone = { ...stage.what, resource: { ...stage.what.resource, id: stage.nobody } };
    const refusal = { name: 'Fault', code: 'unverified', reason: 'group-gone' };
    await expect(patiently(stage, () => open(stage).members(gone))).rejects.toMatchObject(refusal);
  });

  it('says why it gives nothing: who or what is not there', async () => {
    const stage = await setup();
    const nobody = { ...stage.who, id: stage.nobody };
    const gone = { ...stage.what, resource: { ...stage.what.resource, id: stage.nobody } };
    await expect(patiently(stage, () => open(stage).look(nobody, stage.what))).rejects.toMatchObject({
      reason: 'person-gone',
    });
    await expect(look(stage, gone)).rejects.toMatchObject({ reason: 'group-gone' });
    await expect(patiently(stage, () => open(stage).mustBeGivable(gone))).rejects.toMatchObject({
      reason: 'group-gone',
    });
    await expect(patiently(stage, () => open(stage).mustBeGivable(stage.what))).resolves.toBeUndefined();
  });

  it('gives and takes what makes administrators only where a rule names it', async () => {
    const stage = await setup();
    const { privileged: what, who } = stage;
    if (!what) return;
    await mustStayShut(stage, what, {});
    const named = { named: true };
    expect(await patiently(stage, () => open(stage).grant(who, what, named))).toBe('granted');
    expect(await patiently(stage, () => open(stage).grant(who, what, named))).toBe('already');
    await mustStayShut(stage, what, {});
    expect(await patiently(stage, () => open(stage).revoke(who, what, named))).toBe('revoked');
    expect(await patiently(stage, () => open(stage).revoke(who, what, named))).toBe('already');
  });

  it('never gives or takes what is nobody’s to give, whoever names it', async () => {
    const stage = await setup();
    for (const what of stage.closed ?? []) await mustStayShut(stage, what, { named: true });
  });
}

async function mustStayShut(stage: Stage, what: Entitlement, options: { readonly named?: boolean }) {
  const { writes, meddler } = readOnly();
  const target = open(stage, meddler);
  const refusal = { code: 'target-refused', reason: expect.stringMatching(/^group-(external|protected)$/) };
  for (const change of [target.grant, target.revoke])
    await expect(patiently(stage, () => change(stage.who, what, options))).rejects.toMatchObject(refusal);
  expect(writes).toEqual([]);
}
