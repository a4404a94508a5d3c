import { addressOf } from '../../src/connectors/confluence/address';
import { operations } from '../../src/connectors/confluence/operations';
import { hostileTexts } from '../contracts/connector/hostile';

const site = new URL('https://acme.atlassian.net');
const cloudId = '11111111-2222-4333-8444-555555555555';

describe('where a request goes', () => {
  it('is the site for tokens without scopes, and the gateway for the others', () => {
    const at = (base: 'site' | 'gateway') =>
      [operations.user, operations.groups].map(
        (operation) => addressOf({ site, cloudId, base }, operation).href,
      );
    expect(at('site')).toEqual([
      'https://acme.atlassian.net/rest/api/3/user',
      'https://acme.atlassian.net/wiki/rest/api/group',
    ]);
    expect(at('gateway')).toEqual([
      `https://api.atlassian.com/ex/jira/${cloudId}/rest/api/3/user`,
      `https://api.atlassian.com/ex/confluence/${cloudId}/wiki/rest/api/group`,
    ]);
  });

  const leads = (path: string) => {
    const to = [site.origin, 'https://api.atlassian.com'];
    for (const base of ['site', 'gateway'] as const) {
      try {
        const url = addressOf({ site, cloudId, base }, { product: 'jira', path });
        if (!to.includes(url.origin) || !url.pathname.endsWith(path)) return url.href;
      } catch (error) {
        expect(error).toMatchObject({ name: 'Fault', code: 'unexpected' });
      }
    }
    return 'nowhere';
  };

  it('is never another host or another path, whatever a path is made of', () => {
    const paths = hostileTexts.flatMap((text) => [text, `/rest/api/3/${text}`, `/rest/api/3/${text}/user`]);
    expect(paths.length).toBeGreaterThan(600);
    expect(paths.map(leads).filter((led) => led !== 'nowhere')).toEqual([]);
  });

  it('is never the gateway part of another site, whatever a cloud id is made of', () => {
    for (const text of hostileTexts) {
      const call = () => addressOf({ site, cloudId: text, base: 'gateway' }, operations.user).pathname;
      if (/^[\w-]+$/.test(text)) expect(call).not.toThrow('no such text is among the hostile ones');
      else expect(call).toThrow(expect.objectContaining({ code: 'unexpected' }) as Error);
    }
  });

  it.each(['http://acme.atlassian.net', 'https://root:pw@acme.atlassian.net', 'ftp://acme.atlassian.net'])(
    'is not an address such as %s',
    (address) => {
      const there = { site: new URL(address), cloudId, base: 'site' as const };
      expect(() => addressOf(there, operations.user)).toThrow(
        expect.objectContaining({ code: 'unexpected' }) as Error,
      );
    },
  );

  it('keeps what varies in the query, escaped', () => {
    const url = addressOf({ site, cloudId, base: 'site' }, operations.user, [
      ['accountId', 'a/../b?c#d&e=f'],
    ]);
    expect(url.search).toBe('?accountId=a%2F..%2Fb%3Fc%23d%26e%3Df');
  });
});
