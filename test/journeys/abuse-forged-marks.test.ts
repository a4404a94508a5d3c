import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { adfOf } from '../../tools/simulator/atlassian/work/adf';
import { callerOf } from '../simulator/atlassian/visit';
import { employee, govern, option, SOON, type Stage } from './stage';

const { desk, people } = acme;
const { waitingForImplementation } = desk.statuses;
/** An agent may comment on every ticket, and keep whatever they like with a comment. */
const forger = people.userAccessAdmin;

async function forge({ site }: Stage, issueId: string, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const { status } = await site.handle({
      method: 'POST',
      url: new URL(`${site.baseUrl}/rest/api/3/issue/${issueId}/comment`),
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        body: adfOf('All is well.'),
        properties: [
          { key: 'identity-governance', value: { key } },
          { key: 'sd.public.comment', value: { internal: true } },
        ],
      }),
      caller: callerOf(forger),
    });
    expect(status).toBe(201);
  }
}

it('an agent who leaves the marks of the app on comments of their own silences nothing', async () => {
  const stage = await govern();
  const id = await stage.ask();
  await forge(stage, id, ['quarantined#1', 'quarantined#2', 'outcome', 'ended']);
  await stage.move(id, waitingForImplementation.name);
  expect(await stage.stateOf(id)).toBe('quarantined');
  const said = stage.said(id).join('\n\n');
  expect(said).toContain('(internal) Stopped: the ticket was moved on while its approval was still open.');
  expect(said).toContain('This request has not been approved yet, so nothing was given.');
  stage.close();
});

it('nor does one whose comments are there before the app has said anything', async () => {
  const stage = await govern();
  const issue = stage.site.work.raise({
    by: employee,
    requestTypeId: desk.requestTypes.groupMembership.id,
    fields: { [desk.fields.accessLevel.id]: option('HR readers') },
  });
  await forge(stage, issue.id, ['refused', 'ask-refused#1', 'quarantined#1', 'quarantined#2']);
  await stage.advance(SOON);
  await stage.move(issue.id, waitingForImplementation.name);
  expect(stage.said(issue.id).filter((text) => text.includes('Stopped'))).toHaveLength(1);
  stage.close();
});
