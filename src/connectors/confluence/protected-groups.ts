import type { Naming } from '../connector';

/**
 * Letters of other alphabets, and digits, that pass for Latin letters on a screen, by the letter they pass for. After
 * https://www.unicode.org/reports/tr39/ , as far as the protected names need it.
 */
const LOOKALIKES: Readonly<Record<string, string>> = {
  a: 'аɑαᴀᎪꭺ@4',
  c: 'сϲᴄⅽ',
  d: 'ԁꓒᏧⅾ',
  e: 'еєҽε3ℯ℮',
  f: 'ƒꞙք',
  g: 'ɡցԍ9',
  i: 'іıɩιӏlǀ|1!ⅼⅰᎥ',
  j: 'јϳ',
  m: 'мⅿ',
  n: 'ոռп',
  o: 'оοσօ0ᴏ',
  r: 'гᴦꮁ',
  s: 'ѕꜱ5$',
  t: 'тτ7',
  u: 'υսᴜц',
  x: 'х×',
  v: 'ѵνⅴ',
  y: 'уγ',
};
/** Without width, case and accents. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().normalize('NFKD');

const LATIN = new Map(
  Object.entries(LOOKALIKES).flatMap(([latin, others]) => [...others].map((each) => [plain(each), latin])),
);

/** A name as the eye takes it: also without unseen characters, kinds of dashes and other alphabets. */
const skeletonOf = (name: string): string =>
  [...plain(name)]
    .map((letter) => LATIN.get(letter) ?? letter)
    .join('')
    .replace(/[\p{M}\p{C}\p{Z}]/gu, '')
    .replace(/[\p{Pd}_\u2212\u02d7]+/gu, '-')
    .replaceAll('rn', 'm');

/** The groups of the organisation and the site, and those of apps: by how their names begin. */
const NEVER = ['org-admins', 'site-admins'].map(skeletonOf);
/** Who decides who uses a product, wherever that stands in a name. */
const USER_ADMINS = skeletonOf('user-access-admins');
const APPS = skeletonOf('atlassian-addons');
const ADMINS = [
  'administrators',
  'jira-administrators',
  'confluence-administrators',
  'confluence-admins',
  'system-administrators',
].map(skeletonOf);
const WITHIN = skeletonOf('-admins-');

/**
 * Why a group is never changed by this app, judged by its name: the groups of organisation, site and product admins,
 * and those of apps. Renamed, those of organisation, site, Confluence and Jira admins are still known by their ids
 * (`readAdminGroups`). No call lists the groups of user access admins and of apps: those are known by their names
 * alone. A rule that names the very group lifts the protection of product admins, and of no others.
 */
export function protectionOf(name: string, { named = false }: Naming = {}): string | undefined {
  const skeleton = skeletonOf(name);
  if (skeleton.startsWith(APPS)) return 'It holds the accounts of apps. This app never changes it.';
  if (NEVER.some((start) => skeleton.startsWith(start)) || skeleton.includes(USER_ADMINS)) return ADMINS_ONLY;
  const holdsAdmins = ADMINS.includes(skeleton) || skeleton.includes(WITHIN);
  return holdsAdmins && !named ? BY_NAME_ONLY : undefined;
}

export const BY_NAME_ONLY = 'It makes people administrators. Only a rule for Privileged Access can give it.';
export const ADMINS_ONLY = 'It makes people administrators. This app never changes it.';
