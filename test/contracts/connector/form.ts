import { readFields } from '../../../src/connectors/connector';
import type { Setup } from './stage';

/** What the panel draws, and what it refuses. */
export function formCases(setup: Setup): void {
  it('draws fields that can be told apart, each with a label and a help', async () => {
    const { fields } = (await setup()).connector;
    const names = fields.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(fields.filter(({ label, help }) => label === '' || help === '')).toEqual([]);
    expect(fields.some(({ kind }) => kind === 'secret')).toBe(true);
  });

  it('names every required field that is missing', async () => {
    const { connector } = await setup();
    const refused = [connector.facts, connector.credential].flatMap((shape) => {
      const parsed = shape.safeParse({});
      return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
    });
    const required = connector.fields.flatMap(({ name, required: must }) => (must ? [name] : []));
    expect(new Set(refused)).toEqual(new Set(required));
  });

  it('refuses a field that it did not draw', async () => {
    const { connector, credential } = await setup();
    const typed = { adminEmail: credential.adminEmail, apiToken: credential.apiToken.reveal() };
    expect(readFields(connector.credential, typed)).toEqual(typed);
    const meddled = connector.credential.safeParse({ ...typed, site: 'https://evil.example' });
    expect(meddled.error?.issues.map(({ path }) => path)).toEqual([['site']]);
  });
}
