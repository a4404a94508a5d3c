import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { employee, govern, HOUR } from './stage';

const { hrReaders } = acme.groups;

it('what a run that died had given is taken back when it can never be written down as given', async () => {
  const { ask, approve, advance, isIn, faults, site, view } = await govern();
  const issueId = await ask();
  faults.declare({
    id: 'dies after the effect',
    match: { service: 'egress', operation: '/^POST .*group\\/user$/', phase: 'after' },
    effect: { kind: 'crash' },
    maxFires: 1,
  });
  await approve(issueId);
  expect(isIn(hrReaders)).toBe(true);
  site.directory.setPerson(employee, { accountStatus: 'inactive' });
  await advance(HOUR);
  expect((await view(issueId)).state).toBe('failed');
  site.directory.setPerson(employee, { accountStatus: 'active' });
  await advance(HOUR);
  expect(isIn(hrReaders)).toBe(false);
  expect((await view(issueId)).grants.map(({ state }) => state)).toEqual(['revoked']);
  expect(faults.unfired()).toEqual([]);
});
