import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { valueOf } from '../start';
import { fieldRef, optionRef } from './rules';
import { approver, employee, govern, HOUR, type Stage } from './stage';

const { desk, groups, people } = acme;
const MINUTE = 60_000;

describe('with every product event lost', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await govern();
  });
  afterEach(() => stage.close());

  it('an approval is heard within the hour although the rule of the request was deleted', async () => {
    const id = await stage.ask();
    const { version } = valueOf(await stage.call('rule.read', { id: stage.rule.id }));
    valueOf(await stage.call('rule.delete', { id: stage.rule.id, version }));
    stage.forge.events.lost = true;
    await stage.approve(id);
    expect(stage.isIn(groups.hrReaders)).toBe(false);
    await stage.advance(HOUR + MINUTE);
    expect(stage.isIn(groups.hrReaders)).toBe(true);
  });

  it('a ticket that was deleted is missed within the hour, and is gone an hour later', async () => {
    const id = await stage.ask();
    stage.forge.events.lost = true;
    stage.site.work.delete(id, { by: people.orgAdmin.accountId });
    await stage.advance(HOUR + MINUTE);
    expect((await stage.view(id)).timeline.at(-1)?.what).toBe('request.hidden');
    await stage.advance(HOUR + 11 * MINUTE);
    expect(await stage.stateOf(id)).toBe('cancelled');
  });
});

it('an end that was days away comes on its minute although the five-minute schedule stands still', async () => {
  const end = { kind: 'hours', field: fieldRef('hours', 'number'), required: true, maxHours: 200 } as const;
  const stage = await govern({ end });
  const id = await stage.ask({ fields: { [desk.fields.hours.id]: 48 } });
  await stage.advance(17 * MINUTE);
  stage.site.work.answer(id, { by: approver, decision: 'approved' });
  await stage.advance(5 * MINUTE);
  stage.forge.stoppedSchedules.add('five-minutes');
  await stage.advance(48 * HOUR - 10 * MINUTE);
  expect(stage.isIn(groups.hrReaders)).toBe(true);
  await stage.advance(8 * MINUTE);
  expect(stage.isIn(groups.hrReaders)).toBe(false);
  stage.close();
});

it('of more tickets that wait than a round can look at, one that was just approved comes first', async () => {
  const stage = await govern();
  const one = await stage.ask();
  const fields = { [desk.fields.accessLevel.id]: optionRef('accessLevel', 'Legal reviewers').id };
  for (let count = 0; count < 560; count += 1) {
    stage.site.work.raise({ by: employee, requestTypeId: desk.requestTypes.groupMembership.id, fields });
    await stage.advance(1_000);
  }
  await stage.advance(6 * MINUTE);
  stage.forge.events.lost = true;
  stage.site.work.answer(one, { by: approver, decision: 'approved' });
  await stage.advance(11 * MINUTE);
  expect(stage.isIn(groups.hrReaders)).toBe(true);
  stage.close();
}, 120_000);
