import type { Message } from '../../../src/domain/message';
import { textOfAdf } from '../../../tools/simulator/atlassian/work/adf';
import { deskStage, fields, itDesk, people, statuses } from './desk-stage';

const { orgAdmin, plainUser, projectAdmin, userAccessAdmin } = people;
let stage: ReturnType<typeof deskStage>;
beforeEach(() => {
  stage = deskStage();
});
afterEach(() => stage.close());

const message = (text: string, audience: Message['audience'] = 'public'): Message => ({
  audience,
  paragraphs: [[{ kind: 'text', text }]],
});
const say = (id: string, ...said: readonly [key: string, message: Message][]) =>
  stage.on((desk) =>
    desk.say(
      id,
      said.map(([key, each]) => ({ key, message: each })),
    ),
  );
const comments = (id: string) => stage.work.issue(id).comments;

describe('saying something on a ticket', () => {
  it('is a comment of the app, for customers or for agents alone, in order', async () => {
    const { id } = stage.raise();
    await say(id, ['a', message('Understood.')], ['b', message('Look here.', 'internal')]);
    expect(comments(id).map((comment) => [textOfAdf(comment.body), comment.public])).toEqual([
      ['Understood.', true],
      ['Look here.', false],
    ]);
    expect(comments(id)[0]?.author).toBe(people.app.accountId);
  });

  it('names people as people, and leaves markup as it was typed', async () => {
    const { id } = stage.raise();
    const typed = '*bold* [x|https://evil.example] @everyone';
    await say(id, [
      'a',
      {
        audience: 'public',
        paragraphs: [
          [
            { kind: 'text', text: '' },
            { kind: 'person', id: orgAdmin.accountId },
            { kind: 'text', text: typed },
          ],
        ],
      },
    ]);
    expect(comments(id)[0]?.body).toEqual({
      type: 'doc',
      version: 1,
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'mention', attrs: { id: orgAdmin.accountId } },
            { type: 'text', text: typed },
          ],
        },
      ],
    });
  });

  it('twice is saying it once, though the first answer was lost', async () => {
    const { id } = stage.raise();
    stage.faults.declare({
      id: 'lost',
      match: { operation: '/^POST .*comment$/', attempt: 1, phase: 'after' },
      effect: { kind: 'lose-response' },
    });
    await expect(say(id, ['a', message('Given.')])).rejects.toMatchObject({ code: 'target-unavailable' });
    await say(id, ['a', message('Given.')], ['b', message('Done.')]);
    expect(comments(id).map(({ body }) => textOfAdf(body))).toEqual(['Given.', 'Done.']);
  });

  it('is remembered under hundreds of other comments', async () => {
    const { id } = stage.raise();
    await say(id, ['a', message('Given.')]);
    for (let count = 0; count < 230; count += 1)
      stage.work.comment(id, { by: userAccessAdmin.accountId, text: `Comment ${count}` });
    await say(id, ['a', message('Given.')]);
    expect(comments(id)).toHaveLength(231);
  });

  it('to a ticket that is gone is told apart from what was said', async () => {
    const { id } = stage.raise();
    stage.work.delete(id, { by: orgAdmin.accountId });
    await expect(say(id, ['a', message('Given.')])).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('asking approvers', () => {
  const ask = (id: string, ...ids: readonly string[]) =>
    stage.on((desk) => desk.ask(id, fields.approvers.id, ids));

  it('fills the field of the approval step, so the open approval asks them', async () => {
    const { id } = stage.raise();
    await ask(id, orgAdmin.accountId, projectAdmin.accountId);
    expect(stage.work.issue(id).fields[fields.approvers.id]).toEqual([
      orgAdmin.accountId,
      projectAdmin.accountId,
    ]);
    const [approval] = (await stage.on((desk) => desk.approvals(id))) ?? [];
    expect(approval?.answers.map(({ by }) => by)).toEqual([orgAdmin.accountId, projectAdmin.accountId]);
  });

  it('who does not exist is refused with a name', async () => {
    const { id } = stage.raise();
    await expect(ask(id, 'nobody')).rejects.toMatchObject({ code: 'target-refused', retryable: false });
  });

  it('on a ticket that is gone is told apart from what was done', async () => {
    const { id } = stage.raise();
    stage.work.delete(id, { by: orgAdmin.accountId });
    await expect(ask(id, orgAdmin.accountId)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('moving a ticket', () => {
  const move = (id: string, { id: status }: { readonly id: string }) =>
    stage.on((desk) => desk.move(id, status));

  it('takes a transition that leads there; once there, there is nothing to do', async () => {
    const { id } = stage.raise();
    expect(await move(id, statuses.waitingForImplementation)).toBe('moved');
    expect(await move(id, statuses.completed)).toBe('moved');
    expect(await move(id, statuses.completed)).toBe('already');
    expect(stage.work.issue(id).statusId).toBe(statuses.completed.id);
  });

  it('without a transition that leads there says so, and moves nothing', async () => {
    const { id } = stage.raise();
    expect(await move(id, statuses.completed)).toBe('no-way');
    expect(await move(id, statuses.resolved)).toBe('no-way');
    expect(stage.work.issue(id).statusId).toBe(statuses.waitingForApproval.id);
  });

  it('that Jira refuses in that moment says there is no way, unless it stands there by now', async () => {
    const { id } = stage.raise();
    const refusal = {
      match: { operation: '/^POST .*transitions$/' },
      effect: { kind: 'error', status: 400 },
    } as const;
    stage.faults.declare({ id: 'before', ...refusal });
    expect(await move(id, statuses.needsAttention)).toBe('no-way');
    stage.faults.clear();
    stage.faults.declare({ id: 'after', ...refusal, match: { ...refusal.match, phase: 'after' } });
    expect(await move(id, statuses.needsAttention)).toBe('already');
  });

  it('while somebody else changes the ticket is tried again later', async () => {
    const { id } = stage.raise();
    stage.faults.declare({
      id: 'busy',
      match: { operation: '/^POST .*transitions$/' },
      effect: { kind: 'error', status: 409 },
    });
    await expect(move(id, statuses.needsAttention)).rejects.toMatchObject({ retryable: true });
  });

  it('that is gone is told apart from one without a way', async () => {
    const { id } = stage.raise();
    stage.work.setProject(itDesk.id, { appAccess: false });
    await expect(move(id, statuses.needsAttention)).rejects.toMatchObject({ code: 'not-found' });
  });
});

it('a comment of the app changes nothing that a ticket is judged by', async () => {
  const { id } = stage.raise();
  const before = await stage.ticket(id);
  await say(id, ['a', message('Understood.')]);
  const { changes } = await stage.ticket(id);
  expect(changes).toEqual(before.changes);
  expect(before.creator).toBe(plainUser.accountId);
});
