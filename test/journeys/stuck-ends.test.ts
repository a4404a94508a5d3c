import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { valueOf } from '../start';
import { crowded, giveAll, keepGrants } from './crowd';
import { aGrant } from '../forge/records';
import { HOUR, SOON } from './stage';

const { desk, groups, people } = acme;
const CROWD = 105;
const hours = (count: number) => ({ [desk.fields.hours.id]: count });
const TWO_ROUNDS = 11 * 60_000;

describe('more than a hundred removals from one group that wait for an administrator', () => {
  it('keep no other access from ending, in another group or later in the same', async () => {
    const { stage, people: crowd } = await crowded(CROWD);
    const other = await stage.ask({ level: 'Legal reviewers', fields: hours(48) });
    await stage.approve(other);
    const later = await stage.ask({ by: people.plainUser.accountId, fields: hours(49) });
    await stage.approve(later);
    await giveAll(stage, crowd, 46);
    await stage.advance(47 * HOUR);
    const alerts = valueOf(await stage.call('request.alerts'));
    expect(alerts).toMatchObject({ stopped: CROWD, overdue: CROWD });
    expect(stage.isIn(groups.legalReviewers)).toBe(true);
    await stage.advance(HOUR + TWO_ROUNDS);
    expect(stage.isIn(groups.legalReviewers)).toBe(false);
    expect(stage.isIn(groups.hrReaders, people.plainUser.accountId)).toBe(true);
    await stage.advance(HOUR + SOON);
    expect(stage.isIn(groups.hrReaders, people.plainUser.accountId)).toBe(false);
    expect(crowd.every((person) => stage.isIn(groups.hrReaders, person))).toBe(true);
    stage.close();
  });
});

it('a hundred that wait to come into a group do not hide how many would leave it', async () => {
  const { stage, people: crowd } = await crowded(21);
  await giveAll(stage, crowd, 26);
  await stage.advance(25.5 * HOUR);
  keepGrants(
    stage,
    Array.from({ length: 120 }, (_, at) =>
      aGrant({
        ...{ id: `waiting-${at}`, state: 'blocked', wakeAt: new Date(stage.clock.time() - at * SOON) },
        what: { resource: { kind: 'confluence-group', id: groups.hrReaders, name: 'hr' }, role: 'member' },
        problem: { code: 'no-seat', message: 'There is no seat.' },
      }),
    ),
  );
  await stage.advance(HOUR);
  expect(valueOf(await stage.call('request.alerts'))).toMatchObject({ stopped: 21 });
  expect(crowd.every((person) => stage.isIn(groups.hrReaders, person))).toBe(true);
  stage.close();
});
