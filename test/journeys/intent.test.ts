import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { govern } from './stage';

const { hrReaders } = acme.groups;

it('without a durable intent nothing is done to anybody', async () => {
  const stage = await govern();
  const issueId = await stage.ask();
  const runs = stage.forge.invocations().length;
  stage.faults.declare({
    id: 'storage',
    match: { service: 'kvs', operation: 'transaction', key: '/holding#/' },
    effect: { kind: 'error', status: 500 },
  });
  await stage.approve(issueId);
  const changes = stage.forge
    .invocations()
    .slice(runs)
    .flatMap(({ siteCalls }) => siteCalls)
    .filter(({ service, operation }) => service === 'egress' && !operation.startsWith('GET '));
  expect(changes).toEqual([]);
  expect(stage.isIn(hrReaders)).toBe(false);
  expect(stage.faults.unfired()).toEqual([]);

  stage.faults.clear();
  await stage.advance(10 * 60_000);
  expect(stage.isIn(hrReaders)).toBe(true);
  expect(await stage.stateOf(issueId)).toBe('fulfilled');
  stage.close();
});
