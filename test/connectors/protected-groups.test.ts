import fc from 'fast-check';
import { protectionOf } from '../../src/connectors/confluence/protected-groups';

const names = [
  'org-admins',
  'site-admins',
  'administrators',
  'jira-administrators',
  'system-administrators',
  'confluence-admins-acme',
  'jira-admins-acme',
  'jira-servicedesk-user-access-admins-acme',
  'user-access-admins',
  'atlassian-addons',
  'atlassian-addons-admin',
];

it.each(names)('protects %s', (name) => {
  expect(protectionOf(name)).toEqual(expect.any(String));
});

it.each([
  ['user-access-admins', 'never'],
  ['jira-user-access-admins-acme', 'never'],
  ['confluence_USER‑access—admins', 'never'],
  ['org-admins', 'never'],
  ['atlassian-addons-admin', 'never'],
  ['confluence-admins-acme', 'by its name'],
  ['jira-administrators', 'by its name'],
])('%s is given %s', (name, when) => {
  expect(protectionOf(name, { named: true }) === undefined).toBe(when === 'by its name');
});

it.each([
  'confluence-users-acme',
  'jira-users-acme',
  'Marketing',
  'admins of nothing',
  'database-admin',
  'addons',
  'team-004',
  'organisers',
  '',
])('leaves %p alone', (name) => {
  expect(protectionOf(name)).toBeUndefined();
});

/** From https://www.unicode.org/Public/security/latest/confusables.txt, as far as these names go. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  a: 'аɑα',
  c: 'сϲⅽ',
  d: 'ԁⅾ',
  e: 'еєℯ',
  g: 'ɡց',
  i: 'іıɩιl|1ⅼᎥ',
  j: 'јϳ',
  m: 'ⅿ',
  n: 'ոռ',
  o: 'оοσօ0',
  r: 'гᴦ',
  s: 'ѕꜱ',
  t: 'тτ',
  u: 'υսᴜ',
  v: 'ѵνⅴ',
  y: 'уγ',
};

/** A name that looks the same: in other alphabets, widths, accents and dashes, with things that cannot be seen. */
const disguised = (name: string) =>
  fc
    .tuple(
      ...[...name].map((letter) =>
        fc.constantFrom(
          letter,
          letter.toUpperCase(),
          ...[...(LOOKALIKES[letter] ?? '')],
          ...(/[a-z]/.test(letter)
            ? [String.fromCodePoint(0xff41 + letter.charCodeAt(0) - 97), `${letter}\u0301`]
            : []),
          ...(letter === '-' ? [...'‐‑‒–—−_'] : [`${letter}\u200b`, `\u202e${letter}`, `${letter}\u00ad`]),
        ),
      ),
    )
    .map((letters) => letters.join(''));

it('protects thousands of disguises of these names', () => {
  for (const name of names) {
    fc.assert(
      fc.property(disguised(name), (disguise) => protectionOf(disguise) !== undefined),
      { numRuns: 300 },
    );
  }
});

it('can judge any name at all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) =>
      ['string', 'undefined'].includes(typeof protectionOf(name)),
    ),
  );
});
