import type { Remember, Remembered } from '../../../src/connectors/connector';
import { cutOff, open, patiently, type Setup, type Stage } from './stage';

/** A memory that can be looked into. */
function watched({ installation }: Stage) {
  type Asked = Pick<Remembered<unknown>, 'key' | 'decides' | 'forSeconds'> & { readonly kept: string };
  const asked: Asked[] = [];
  const remember: Remember = (what, read) => {
    const keep = async () => {
      const value = await read();
      asked.push({ ...what, kept: JSON.stringify(value) });
      return value;
    };
    return installation.remember(what, keep);
  };
  return { asked, remember };
}
const withMemory = (stage: Stage, remember: Remember): Stage => ({
  ...stage,
  installation: { ...stage.installation, remember },
});

/** What decides whether something may be given is never older than five minutes. */
const MOST_SECONDS = { giving: 300, taking: 900, manner: 365 * 86_400 } as const;

/** What it remembers, and for whom. */
export function memoryCases(setup: Setup): void {
  it('remembers for as long as it may, nothing of the secret, and only what comes back as it was', async () => {
    const stage = await setup();
    const { asked, remember } = watched(stage);
    const target = open(withMemory(stage, remember));
    await patiently(stage, () => target.grant(stage.who, stage.what));
    await patiently(stage, () => target.revoke(stage.who, stage.what));
    const token = stage.credential.apiToken.reveal();
    for (const { key, decides = 'giving', forSeconds, kept } of asked) {
      expect(forSeconds).toBeLessThanOrEqual(MOST_SECONDS[decides]);
      for (const secret of [token, encodeURIComponent(token), stage.credential.adminEmail])
        expect(`${key} ${kept}`).not.toContain(secret);
      expect(JSON.stringify(JSON.parse(kept))).toBe(kept);
    }
  });

  it('shows an administrator nothing that is remembered', async () => {
    const stage = await setup();
    const never: Remember = () => Promise.reject(new Error('This must be fresh.'));
    const target = open(withMemory(stage, never));
    const { id, name } = stage.what.resource;
    await patiently(stage, () => target.check(stage.policy));
    for (const purpose of ['default', 'membership', 'privileged'] as const) {
      const options = { purpose };
      await patiently(stage, () => target.searchGroups('', undefined, options));
      await patiently(stage, () => target.searchGroups(name, undefined, options));
      await patiently(stage, () => target.describeGroups([id], options));
    }
    await patiently(stage, () => target.searchPeople(''));
    await patiently(stage, () => target.describePeople([stage.who.id]));
    await patiently(stage, () => target.members(stage.what));
  });

  it('what is given goes by nothing that is older than five minutes', async () => {
    const stage = await setup();
    const ages: [decides: string, seconds: number][] = [];
    const remember: Remember = (what, read) => {
      ages.push([what.decides ?? 'giving', what.forSeconds]);
      return stage.installation.remember(what, read);
    };
    const target = open(withMemory(stage, remember));
    await patiently(stage, () => target.mustBeGivable(stage.what));
    await patiently(stage, () => target.grant(stage.who, stage.what));
    for (const [decides, seconds] of ages) expect([decides, seconds <= 300]).toEqual(['giving', true]);
  });

  it('reads ahead without changing anything, and then gives and takes as ever', async () => {
    const stage = await setup();
    const target = open(stage);
    await patiently(stage, () => target.readAhead([stage.what]));
    expect((await patiently(stage, () => target.look(stage.who, stage.what))).held).toBe(false);
    expect(await patiently(stage, () => target.grant(stage.who, stage.what))).toBe('granted');
    await patiently(stage, () => target.readAhead([stage.what]));
    expect(await patiently(stage, () => target.revoke(stage.who, stage.what))).toBe('revoked');
  });

  it('gives and takes without any memory', async () => {
    const stage = await setup();
    const none = withMemory(stage, (_what, read) => read());
    expect(await patiently(none, () => open(none).grant(none.who, none.what))).toBe('granted');
    expect(await patiently(none, () => open(none).grant(none.who, none.what))).toBe('already');
    expect(await patiently(none, () => open(none).revoke(none.who, none.what))).toBe('revoked');
    expect(await patiently(none, () => open(none).revoke(none.who, none.what))).toBe('already');
  });

  it('remembers nothing that it could not read', async () => {
    const stage = await setup();
    const { asked, remember } = watched(stage);
    const silent = open(withMemory(stage, remember), () => Promise.reject(cutOff()));
    await expect(silent.look(stage.who, stage.what)).rejects.toMatchObject({ code: 'target-unavailable' });
    await expect(silent.revoke(stage.who, stage.what)).rejects.toMatchObject({ code: 'target-unavailable' });
    expect(asked).toEqual([]);
  });
}
