import type { Grant } from '../../src/domain/grant';
import type { AccessRequest } from '../../src/domain/request';
import { requestRow } from '../../src/forge/store/request-row';
import { aGrant, aRequest } from '../forge/records';
import { keepGrants, keepRows } from '../journeys/crowd';
import { govern, type Stage } from '../journeys/stage';
import { valueOf } from '../start';

jest.setTimeout(30_000);

/** More than anybody would page through before a rule is deleted. */
const VERY_MANY = 1_400;
const many = <T>(count: number, one: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => one(index));

const inFlight = async ({ call, rule: { id } }: Stage) => valueOf(await call('rule.read', { id })).inFlight;

const keepRequests = (stage: Stage, requests: readonly AccessRequest[]) =>
  keepRows(
    stage,
    'request',
    requests.map((request) => [`request#${request.issueId}`, requestRow(request)]),
  );

it('what is under way by a rule is counted, however many newer requests are over', async () => {
  const stage = await govern({ end: { kind: 'never' } });
  const given = await stage.ask();
  await stage.approve(given);
  await stage.ask();
  const receivedAt = new Date(stage.clock.time() + 60_000);
  const over = { ruleId: stage.rule.id, state: 'refused', receivedAt } as const;
  keepRequests(
    stage,
    many(VERY_MANY, (index) => aRequest({ ...over, issueId: `9${index}` })),
  );
  expect(await inFlight(stage)).toEqual({ requests: 1, grants: 1 });
  stage.close();
});

it('what is over, or comes by another rule, is not under way', async () => {
  const stage = await govern();
  const mine = { ruleId: stage.rule.id };
  keepRequests(stage, [
    aRequest({ ...mine, state: 'fulfilled' }),
    aRequest({ issueId: '1', ruleId: 'other' }),
  ]);
  keepGrants(stage, [
    aGrant({ ...mine, id: 'given', state: 'active' }),
    aGrant({ ...mine, id: 'leaving', state: 'blocked', way: 'out' }),
    aGrant({ ...mine, id: 'gone', state: 'revoked', way: 'out' }),
    aGrant({ id: 'of another', ruleId: 'other', state: 'active' }),
  ]);
  expect(await inFlight(stage)).toEqual({ requests: 0, grants: 2 });
  stage.close();
});

it('of more than a thousand it is said that there are at least so many', async () => {
  const stage = await govern();
  const grants: readonly Grant[] = many(1_001, (index) =>
    aGrant({ id: `grant-${index}`, ruleId: stage.rule.id, state: 'active' }),
  );
  keepGrants(stage, grants);
  expect(await inFlight(stage)).toEqual({ requests: 0, grants: 1_000, isCut: true });
  stage.close();
});

it('every version of a rule can be read, fifty at a time, the newest first', async () => {
  const stage = await govern();
  const { id } = stage.rule;
  for (let version = 1; version < 102; version += 1) {
    await stage.change({ id, version }, { name: `Name ${version + 1}` });
    stage.clock.elapse(1_000);
  }
  const page = async (below?: number) => {
    const read = await stage.call('rule.versions', { id, ...(below !== undefined && { below }) });
    const { items, next } = valueOf(read);
    return { numbers: items.map(({ version }) => version), next };
  };
  const down = (from: number, to: number) => many(from - to + 1, (index) => from - index);
  expect(await page()).toEqual({ numbers: down(102, 53), next: 53 });
  expect(await page(53)).toEqual({ numbers: down(52, 3), next: 3 });
  expect(await page(3)).toEqual({ numbers: [2, 1], next: undefined });
  expect(await page(1)).toEqual({ numbers: [], next: undefined });
  stage.close();
});
