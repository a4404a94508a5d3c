import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { valueOf } from '../start';
import { agent, govern, HOUR, option, type Stage } from './stage';

const { waitingForImplementation } = acme.desk.statuses;

async function given(): Promise<{ readonly stage: Stage; readonly issueId: string }> {
  const stage = await govern();
  const issueId = await stage.ask();
  await stage.approve(issueId);
  return { stage, issueId };
}
const listed = async (stage: Stage, state?: 'fulfilled' | 'ended') =>
  valueOf(await stage.call('request.list', state ? { state } : {})).items;

it('what was given and has ended is listed as ended, and no longer as fulfilled', async () => {
  const { stage, issueId } = await given();
  const [before] = await listed(stage, 'fulfilled');
  expect(before).toMatchObject({ issueId });
  expect(before).not.toHaveProperty('endedAt');
  await stage.advance(8 * HOUR);
  expect(await listed(stage, 'fulfilled')).toEqual([]);
  const [after] = await listed(stage, 'ended');
  expect(after).toMatchObject({ issueId, endsAt: before?.endsAt, endedAt: expect.any(String) });
});

it('what other hands took has ended, too, although nobody is told of it', async () => {
  const { stage, issueId } = await given();
  stage.site.directory.setMember(acme.groups.hrReaders, acme.people.contractor.accountId, false);
  await stage.advance(9 * HOUR);
  expect(await listed(stage, 'ended')).toMatchObject([{ issueId }]);
});

it('an access that was given another end is listed with it, and what was approved stays in the trail', async () => {
  const { stage, issueId } = await given();
  const [grant] = (await stage.view(issueId)).grants;
  const until = new Date(stage.clock.time() + 72 * HOUR).toISOString();
  valueOf(await stage.call('grant.extend', { grantId: grant?.id ?? '', until }));
  expect(await listed(stage)).toMatchObject([{ issueId, endsAt: until }]);
  const { timeline } = await stage.view(issueId);
  expect(timeline.find(({ what }) => what === 'request.approved')?.detail['until']).toBe(grant?.until);
});

it('whoever moved a ticket past its approval is named to the desk, and in its timeline', async () => {
  const stage = await govern();
  const issueId = await stage.ask();
  await stage.move(issueId, waitingForImplementation.name, agent);
  const { timeline } = await stage.view(issueId);
  expect(timeline.find(({ what }) => what === 'request.quarantined')?.detail['by']).toBe(agent);
  const comments = stage.site.work.issue(issueId).comments.filter((comment) => !comment.public);
  expect(JSON.stringify(comments)).toContain(agent);
});

it('more requests than one page are told as so many or more', async () => {
  const stage = await govern();
  const { work } = stage.site;
  for (let count = 0; count < 51; count += 1) {
    const { id } = work.raise({
      by: acme.people.contractor.accountId,
      requestTypeId: acme.desk.requestTypes.groupMembership.id,
      fields: { [acme.desk.fields.accessLevel.id]: option('HR readers') },
    });
    work.transition(id, { by: agent, to: waitingForImplementation.name });
  }
  await stage.advance(HOUR);
  expect(valueOf(await stage.call('request.alerts'))).toMatchObject({
    quarantined: 50,
    cut: ['quarantined'],
  });
});
