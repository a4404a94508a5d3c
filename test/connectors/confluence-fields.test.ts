import { confluence } from '../../src/connectors/confluence';
import { readFields } from '../../src/connectors/connector';
import { Fault } from '../../src/domain/fault';

const facts = { name: 'Corporate', applicationAdmin: '712020:lena', defaultGroups: ['a', 'b'] };
const credential = { adminEmail: 'olga@acme.example', apiToken: 'ATATT3xFfGF0_-=' };

const wrong = (shape: 'facts' | 'credential', values: unknown): Record<string, string> => {
  try {
    if (shape === 'facts') readFields(confluence.facts, values);
    else readFields(confluence.credential, values);
    return {};
  } catch (error) {
    if (error instanceof Fault) return { ...error.fields };
    throw error;
  }
};

it('asks for these fields, in this order, and never for the site', () => {
  expect(confluence.name).toBe('Atlassian Confluence');
  expect(confluence.fields.map(({ label, required }) => [label, required])).toEqual([
    ['Connection Name', true],
    ['Admin Email', true],
    ['API Token', true],
    ['Token expiry date', false],
    ['Application Admin', true],
    ['Default Groups', true],
  ]);
});

it('says where each thing is found', () => {
  const help = Object.fromEntries(confluence.fields.map((field) => [field.name, field.help]));
  expect(help['apiToken']).toContain('id.atlassian.com → Security → API tokens');
  expect(help['defaultGroups']).toContain('admin.atlassian.com');
});

it('reads what is right, and cleans it', () => {
  expect(
    readFields(confluence.facts, { ...facts, name: '  Corporate  ', tokenExpiresOn: ' 2027-02-28 ' }),
  ).toEqual({
    ...facts,
    tokenExpiresOn: '2027-02-28',
  });
  expect(readFields(confluence.facts, { ...facts, ...credential, tokenExpiresOn: '' })).toEqual(facts);
  const typed = { adminEmail: ' olga@acme.example ', apiToken: ` ${credential.apiToken}\n` };
  expect(readFields(confluence.credential, { ...facts, ...typed })).toEqual(credential);
});

it.each(['❤️ Corporate', 'Größe 日本語', 'R&D 🚀'])('takes a name that can be seen whole: %s', (name) => {
  expect(readFields(confluence.facts, { ...facts, name })).toEqual({ ...facts, name });
});

it.each([
  ['name', ''],
  ['name', ' \t '],
  ['name', 'x'.repeat(101)],
  ['name', 'Corp\u0000orate'],
  ['name', 'Corp\norate'],
  ['name', 'Corp\u202eorate'],
  ['name', 'Corp\u200borate'],
  ['name', 'Corp\u2028orate'],
  ['name', '\u3164'],
  ['name', 'Corp\u3164orate'],
  ['name', 'Corp\u2800orate'],
  ['name', 'Corp\uffa0orate'],
  ['name', 'Corp\u034forate'],
  ['name', 'Corporate\ufe0f'],
  ['name', 'Heart \u2764\ufe0f\ufe0f'],
  ['name', 'Corp\ud800orate'],
  ['name', ['Corporate']],
  ['name', 7],
  ['tokenExpiresOn', '2027-02-30'],
  ['tokenExpiresOn', '31.12.2027'],
  ['tokenExpiresOn', 'tomorrow'],
  ['tokenExpiresOn', ['2027-02-28']],
  ['applicationAdmin', ''],
  ['applicationAdmin', 'x'.repeat(129)],
  ['applicationAdmin', 'two words'],
  ['applicationAdmin', ['712020:lena']],
  ['defaultGroups', []],
  ['defaultGroups', 'a'],
  ['defaultGroups', ['a', 'a']],
  ['defaultGroups', ['a', '']],
  ['defaultGroups', ['a', { id: 'b' }]],
  ['defaultGroups', Array.from({ length: 26 }, (_, n) => `g${n}`)],
  ['site', 'https://evil.example'],
])('refuses %s as %p, and says so at that field', (field, value) => {
  const said = wrong('facts', { ...facts, [field]: value });
  expect(Object.keys(said)).toEqual([field]);
  expect(said[field]).toMatch(/^[A-Z].*\.$/);
});

it.each([
  ['adminEmail', ''],
  ['adminEmail', 'olga'],
  ['adminEmail', 'olga@acme'],
  ['adminEmail', 'olga@acme.example, other@acme.example'],
  ['adminEmail', `${'x'.repeat(250)}@acme.example`],
  ['adminEmail', ['olga@acme.example']],
  ['apiToken', ''],
  ['apiToken', '   '],
  ['apiToken', 'two words'],
  ['apiToken', 'tökén'],
  ['apiToken', 'token\u200b1'],
  ['apiToken', 'x'.repeat(1001)],
  ['apiToken', 7],
  ['found', 'gateway'],
])('refuses %s as %p, and does not repeat a token', (field, value) => {
  const said = wrong('credential', { ...credential, [field]: value });
  expect(Object.keys(said)).toEqual([field]);
  expect(said[field]).toMatch(/^[A-Z].*\.$/);
  if (field === 'apiToken' && String(value).trim() !== '') expect(said[field]).not.toContain(String(value));
});
