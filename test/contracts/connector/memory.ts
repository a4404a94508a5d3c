import type { Remember } from '../../../src/connectors/connector';
import { cutOff, open, patiently, type Setup, type Stage } from './stage';

/** A memory that can be looked into. */
function watched({ installation }: Stage) {
  const asked: { readonly key: string; readonly forSeconds: number; readonly kept: string }[] = [];
  const remember: Remember = (what, read) => {
    const keep = async () => {
      const value = await read();
      asked.push({ key: what.key, forSeconds: what.forSeconds, kept: JSON.stringify(value) });
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

/** What it remembers, and for whom. */
export function memoryCases(setup: Setup): void {
  it('remembers for five minutes at most, nothing of the secret, and only what comes back as it was', async () => {
    const stage = await setup();
    const { asked, remember } = watched(stage);
    const target = open(withMemory(stage, remember));
    await patiently(stage, () => target.grant(stage.who, stage.what));
    await patiently(stage, () => target.revoke(stage.who, stage.what));
    const token = stage.credential.apiToken.reveal();
    for (const { key, forSeconds, kept } of asked) {
      expect(forSeconds).toBeLessThanOrEqual(300);
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
