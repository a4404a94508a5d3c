import { isAccepted } from '../../../src/domain/check';
import { Secret } from '../../../src/domain/secret';
import { open, patiently, type Setup } from './stage';

/** What it says about people, groups and its own credential. */
export function lookingCases(setup: Setup): void {
  it('accepts a working credential, line by line, and says whose it is', async () => {
    const stage = await setup();
    const { lines, account, found } = await patiently(stage, () => open(stage).check(stage.policy));
    expect(isAccepted(lines)).toBe(true);
    expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
    expect(lines.filter(({ label, finding }) => label === '' || finding === '')).toEqual([]);
    expect(account?.id).toEqual(expect.any(String));
    expect(found).toEqual(stage.credential.found);
  });

  it('refuses a wrong token, names the field, and does not throw', async () => {
    const stage = await setup();
    const wrong = { ...stage.credential, apiToken: new Secret('wrong'), found: {} };
    const { lines, account } = await patiently(stage, () =>
      open({ ...stage, credential: wrong }).check(stage.policy),
    );
    expect(isAccepted(lines)).toBe(false);
    const failed = lines.filter(({ outcome }) => outcome === 'failed');
    expect(failed.map(({ field, remedy = '' }) => [field, remedy !== ''])).toEqual([['apiToken', true]]);
    expect(account).toBeUndefined();
  });

  it('finds a person by id and by address, or nobody', async () => {
    const stage = await setup();
    const target = open(stage);
    expect(await patiently(stage, () => target.find(stage.who.id))).toEqual(stage.who);
    expect(await patiently(stage, () => target.find(stage.nobody))).toBeUndefined();
    const found = { kind: 'found', principal: stage.who };
    expect(await patiently(stage, () => target.findByEmail(stage.email))).toEqual(found);
    expect(await patiently(stage, () => target.findByEmail(stage.email.toUpperCase()))).toEqual(found);
    expect(await patiently(stage, () => target.findByEmail('nobody.at.all@nowhere.example'))).toEqual({
      kind: 'none',
    });
  });

  it('describes what is picked, as it is now, and leaves out what is gone', async () => {
    const stage = await setup();
    const target = open(stage);
    const people = await patiently(stage, () => target.describePeople([stage.who.id, stage.nobody]));
    expect(people).toEqual([expect.objectContaining({ id: stage.who.id, name: stage.who.name })]);
    const { id, name } = stage.what.resource;
    const groups = await patiently(stage, () => target.describeGroups([stage.nobody, id]));
    expect(groups).toEqual([expect.objectContaining({ id, name })]);
    expect([...people, ...groups].map(({ blocked }) => blocked)).toEqual([undefined, undefined]);
    expect(await target.describePeople([])).toEqual([]);
    expect(await target.describeGroups([])).toEqual([]);
  });
}
