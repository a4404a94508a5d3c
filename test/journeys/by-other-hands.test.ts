import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { employee, govern, HOUR, SOON, type Stage } from './stage';

const { hrReaders } = acme.groups;
const MINUTE = 60_000;
const adding = { service: 'egress', operation: 'POST /rest/api/3/group/user' } as const;

const byHand = ({ site }: Stage, isMember: boolean) =>
  site.directory.setMember(hrReaders, employee, isMember);

/** Whatever was given has ended, and what somebody gave by hand is there. */
async function staysTheirs(stage: Stage, issueIds: readonly string[]): Promise<void> {
  await stage.advance(9 * HOUR + SOON);
  for (const id of issueIds) expect(await stage.view(id)).toMatchObject({ grants: [{ state: 'released' }] });
  expect(stage.isIn(hrReaders)).toBe(true);
  stage.close();
}

it('what somebody gave by hand just before is theirs, although the site did not show it yet', async () => {
  const stage = await govern();
  const id = await stage.ask();
  stage.site.conditions.lagMs.membership = 3 * MINUTE;
  byHand(stage, true);
  await stage.approve(id);
  await stage.advance(30 * MINUTE);
  expect(await stage.stateOf(id)).toBe('fulfilled');
  await staysTheirs(stage, [id]);
});

it.each([3_000, 3 * MINUTE])(
  'what was there before us stays so beside a second request, taken and given back meanwhile, shown %i ms late',
  async (lagMs) => {
    const stage = await govern();
    byHand(stage, true);
    const first = await stage.ask();
    await stage.approve(first);
    const second = await stage.ask();
    byHand(stage, false);
    stage.site.conditions.lagMs.membership = lagMs;
    stage.site.work.answer(second, { by: acme.people.confluenceAdmin.accountId, decision: 'approved' });
    await stage.advance(1_500);
    byHand(stage, true);
    await stage.advance(30 * MINUTE);
    expect(await stage.stateOf(second)).toBe('fulfilled');
    await staysTheirs(stage, [first, second]);
  },
);

it.each([401, 403])(
  'what is given by hand after the site refused the credential (%i) is not ours when it works again',
  async (status) => {
    const stage = await govern();
    const id = await stage.ask();
    stage.faults.declare({ id: 'no', match: adding, effect: { kind: 'error', status }, maxFires: 1 });
    if (status === 403)
      stage.faults.declare({
        id: 'away',
        match: { service: 'egress', operation: '/myself/' },
        effect: { kind: 'error', status: 503 },
      });
    await stage.approve(id);
    expect(stage.isIn(hrReaders)).toBe(false);
    byHand(stage, true);
    stage.faults.clear();
    await stage.call('connection.test', { id: stage.connection.id });
    await stage.advance(2 * HOUR);
    expect(await stage.stateOf(id)).toBe('fulfilled');
    await staysTheirs(stage, [id]);
  },
);
