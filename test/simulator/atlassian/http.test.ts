import { codeOf } from '../../../src/domain/fault';
import { siteInstallation } from '../../../tools/simulator/atlassian/http';
import { acme } from '../../../tools/simulator/atlassian/worlds/acme';
import { Faults, type FaultEffect } from '../../../tools/simulator/faults';
import { callerOf, visit } from './visit';

const caller = callerOf(acme.people.orgAdmin);
const headers = { Authorization: caller.kind === 'header' ? (caller.authorization ?? '') : '' };

function connect() {
  const { site, clock } = visit();
  const faults = new Faults();
  const installation = siteInstallation(site, { faults, clock });
  const get = (url: string) => installation.http({ method: 'GET', url: new URL(url), headers });
  const declare = (effect: FaultEffect, phase: 'before' | 'after' = 'before') =>
    faults.declare({
      id: 'declared',
      match: { service: 'egress', operation: 'GET /rest/api/3/myself', phase },
      effect,
    });
  return { site, clock, faults, installation, get, declare };
}

const MYSELF = 'https://acme.atlassian.net/rest/api/3/myself';

describe("a connector's way to the site", () => {
  it('carries the request and the answer', async () => {
    const { get, installation } = connect();
    expect(installation.site.origin).toBe('https://acme.atlassian.net');
    expect(await get(MYSELF)).toMatchObject({ status: 200, text: expect.stringContaining('Priya Raman') });
  });

  it.each([
    'https://example.com/rest/api/3/myself',
    'https://api.atlassian.com/ex/jira/00000000-0000-4000-8000-000000000000/rest/api/3/myself',
    'https://api.atlassian.com/admin/v1/orgs',
    'http://acme.atlassian.net/rest/api/3/myself',
  ])('does not lead to %s', async (url) => {
    const { get, site } = connect();
    expect(codeOf(await get(url).catch((error: unknown) => error))).toBe('target-unavailable');
    expect(site.calls).toEqual([]);
  });

  it.each([{ kind: 'lose-response' }, { kind: 'timeout' }] as const)(
    'fails as one when it must: $kind',
    async (effect) => {
      const { get, declare } = connect();
      declare(effect);
      expect(codeOf(await get(MYSELF).catch((error: unknown) => error))).toBe('target-unavailable');
    },
  );

  it('loses the answer after the work was done', async () => {
    const { get, declare, site } = connect();
    declare({ kind: 'lose-response' }, 'after');
    await expect(get(MYSELF)).rejects.toThrow('did not answer');
    expect(site.calls).toHaveLength(1);
  });

  it('lets a crash through as a crash', async () => {
    const { get, declare } = connect();
    declare({ kind: 'crash' });
    await expect(get(MYSELF)).rejects.toMatchObject({ name: 'Crash' });
  });

  it('lets the declared time pass, and the time that the connector waits', async () => {
    const { get, declare, clock, installation } = connect();
    const start = clock.time();
    declare({ kind: 'delay', ms: 2_000 });
    await get(MYSELF);
    await installation.wait(500);
    expect(clock.time() - start).toBe(2_500);
  });
});
