import type { HttpRequest } from '../../../src/connectors/connector';
import { open, type Meddler, type Setup } from './stage';

const hosts = [
  'evil.example',
  'evil.example:443',
  'acme.atlassian.net.evil.example',
  '[::1]',
  '169.254.169.254',
  'xn--atlssian-5jc.net',
];
const ways = [
  (host: string) => `https://${host}/`,
  (host: string) => `//${host}/x`,
  (host: string) => `\\\\${host}\\x`,
  (host: string) => `/\\${host}/`,
  (host: string) => `https:${host}`,
  (host: string) => `@${host}/`,
  (host: string) => `x:y@${host}`,
  (host: string) => `\t//${host}`,
  (host: string) => `%2f%2f${host}`,
  (host: string) => `#@${host}`,
  (host: string) => `?//${host}`,
  (host: string) => `javascript://${host}/%0aalert(1)`,
];
const climbs = [
  '..',
  '../',
  '../../..',
  '..%2f..%2f',
  '%2e%2e/',
  '%252e%252e%252f',
  '..;/',
  '.%00./',
  '..\\',
  '..%5c',
  '....//',
  '/..//',
];
const ends = [
  '',
  'rest/api/3/user',
  'wiki/rest/api/user',
  '?accountId=admin',
  '#',
  '%',
  '%zz',
  '&accountId=1',
  ';a=b',
  '\r\nHost: evil.example',
];
const oddities = [
  '',
  ' ',
  '.',
  '/',
  '\\',
  '\u0000',
  '\u202e',
  '\ud800',
  '__proto__',
  'constructor',
  'toString',
  '"',
  '\\"',
  '" or type = user or "',
  "' or 1=1 --",
  '{groupId}',
  '*',
  'x'.repeat(5000),
];

/** More than two hundred ways to lead a request elsewhere. */
export const hostileTexts: readonly string[] = [
  ...hosts.flatMap((host) => ways.map((way) => way(host))),
  ...climbs.flatMap((climb) => ends.map((end) => `${climb}${end}`)),
  ...oddities,
];

export function hostileCases(setup: Setup): void {
  it('never leaves home, whatever it is asked for', async () => {
    const stage = await setup();
    const { who, what, homes } = stage;
    const asked: HttpRequest[] = [];
    const nothing: Meddler = async (request) => {
      asked.push(request);
      return { status: 404, headers: {}, text: '' };
    };
    const target = open(stage, nothing);
    expect(hostileTexts.length).toBeGreaterThan(200);
    for (const text of hostileTexts) {
      const person = { ...who, id: text };
      const thing = { ...what, resource: { ...what.resource, id: text } };
      await Promise.allSettled([
        target.find(text),
        target.findByEmail(text),
        target.invite(text),
        target.searchPeople(text),
        target.searchPeople(`${text}@`),
        target.searchPeople('', text),
        target.searchGroups(text),
        target.searchGroups('', text),
        target.describePeople([text]),
        target.describeGroups([text]),
        target.holdings(person),
        target.searchGroups(text, text, { purpose: 'privileged' }),
        target.searchGroups(text, undefined, { purpose: 'membership' }),
        target.describeGroups([text], { purpose: 'privileged' }),
        target.members(thing),
        target.mustBeGivable(thing, { named: true }),
        target.look(person, what),
        target.look(who, thing, { named: true }),
        target.revoke(who, thing, { named: true }),
        target.grant(person, what),
        target.grant(who, thing),
        target.revoke(person, what),
        target.revoke(who, thing),
      ]);
    }
    expect(asked.length).toBeGreaterThan(hostileTexts.length);
    for (const { url } of asked) {
      expect(homes.some((home) => url.href.startsWith(home))).toBe(true);
      expect([url.username, url.password, url.hash]).toEqual(['', '', '']);
    }
    // What varies is in the query alone: the paths are few, whatever the ids.
    expect(new Set(asked.map(({ url }) => url.pathname)).size).toBeLessThan(20);
  });
}
