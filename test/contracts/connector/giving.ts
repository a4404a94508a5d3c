import { cutOff, holds, isWrite, open, patiently, type Meddler, type Setup, type Stage } from './stage';

const grant = (stage: Stage, meddle?: Meddler) =>
  patiently(stage, () => open(stage, meddle).grant(stage.who, stage.what));
const revoke = (stage: Stage, meddle?: Meddler) =>
  patiently(stage, () => open(stage, meddle).revoke(stage.who, stage.what));

/** An answer that says yes, and nothing behind it. */
const emptyYes: Meddler = async (request, send) =>
  isWrite(request) ? { status: 200, headers: {}, text: '' } : send();

/** Does it to the first write, and lets everything else through. Tells how often it did. */
function firstWrite(meddle: Meddler) {
  const fired = { times: 0 };
  const meddler: Meddler = (request, send) => {
    if (!isWrite(request) || fired.times > 0) return send();
    fired.times += 1;
    return meddle(request, send);
  };
  return { fired, meddler };
}
const lost = () =>
  firstWrite(async (_request, send) => {
    await send();
    throw cutOff();
  });
const twice = () =>
  firstWrite(async (_request, send) => {
    await send();
    return send();
  });
const neverSent = () => firstWrite(() => Promise.reject(cutOff()));

/** Giving and taking. */
export function givingCases(setup: Setup): void {
  it('gives and takes back, and says when there was nothing to do', async () => {
    const stage = await setup();
    expect(await holds(stage)).toBe(false);
    expect(await grant(stage)).toBe('granted');
    expect(await holds(stage)).toBe(true);
    expect(await grant(stage)).toBe('already');
    expect(await revoke(stage)).toBe('revoked');
    expect(await holds(stage)).toBe(false);
    expect(await revoke(stage)).toBe('already');
  });

  it('does not believe a yes: what cannot be seen afterwards was not given', async () => {
    const stage = await setup();
    await expect(grant(stage, emptyYes)).rejects.toMatchObject({ name: 'Fault', code: 'unverified' });
    expect(await holds(stage)).toBe(false);
  });

  it('does not believe a yes: what can still be seen was not taken', async () => {
    const stage = await setup();
    await grant(stage);
    await expect(revoke(stage, emptyYes)).rejects.toMatchObject({ name: 'Fault', code: 'unverified' });
    expect(await holds(stage)).toBe(true);
    expect(await revoke(stage)).toBe('revoked');
  });

  it.each([
    ['the answer is lost after the effect', lost],
    ['the request arrives twice', twice],
    ['the request is cut off before the effect', neverSent],
  ])('gives and takes once, and tells the truth, when %s', async (_name, disturb) => {
    const stage = await setup();
    const giving = disturb();
    expect(['granted', 'already']).toContain(await grant(stage, giving.meddler));
    expect(giving.fired.times).toBe(1);
    expect(await holds(stage)).toBe(true);
    const taking = disturb();
    expect(['revoked', 'already']).toContain(await revoke(stage, taking.meddler));
    expect(taking.fired.times).toBe(1);
    expect(await holds(stage)).toBe(false);
  });

  it('says that it was not given when the request never arrived', async () => {
    const stage = await setup();
    const { meddler } = neverSent();
    await expect(open(stage, meddler).grant(stage.who, stage.what)).rejects.toMatchObject({
      retryable: true,
    });
    expect(await holds(stage)).toBe(false);
  });

  it('gives once when two workers give at the same moment', async () => {
    const stage = await setup();
    const outcomes = await Promise.all([grant(stage), grant(stage)]);
    expect(outcomes.filter((outcome) => !['granted', 'already'].includes(outcome))).toEqual([]);
    expect(await holds(stage)).toBe(true);
    expect(await revoke(stage)).toBe('revoked');
  });

  it('gives nothing to nobody, and nothing that does not exist or is not its own', async () => {
    const stage = await setup();
    const { who, what, nobody } = stage;
    const writes: string[] = [];
    const watched: Meddler = (request, send) => {
      if (isWrite(request)) writes.push(request.url.pathname);
      return send();
    };
    const target = open(stage, watched);
    const gone = { ...what, resource: { ...what.resource, id: nobody } };
    const foreign = { ...what, resource: { ...what.resource, kind: 'other-thing' } };
    for (const [person, thing] of [
      [{ ...who, id: nobody }, what],
      [who, gone],
      [who, foreign],
      [who, { ...what, role: 'owner' }],
    ] as const) {
      await expect(patiently(stage, () => target.grant(person, thing))).rejects.toMatchObject({
        name: 'Fault',
        retryable: false,
      });
    }
    expect(writes).toEqual([]);
  });

  it('invites a stranger once', async () => {
    const stage = await setup();
    const { stranger } = stage;
    if (stranger === undefined) return;
    const invite = (email: string) => patiently(stage, () => open(stage).invite(email));
    const { outcome, accountId = '' } = await invite(stranger);
    expect(outcome).toBe('invited');
    expect(await patiently(stage, () => open(stage).isSeen(accountId))).toBe(true);
    // Whose the address is may be told only once; nobody else is ever named.
    const again = await invite(stranger);
    expect(again.outcome).toBe('already');
    expect([accountId, undefined]).toContain(again.accountId);
    expect(await invite(stage.email)).toEqual({ outcome: 'already', accountId: stage.who.id });
    await expect(open(stage).invite('no address')).rejects.toMatchObject({ code: 'invalid' });
  });
}
