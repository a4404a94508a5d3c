import { acme } from '../../../tools/simulator/atlassian/worlds/acme';
import { openWorld, type World } from '../../browser/world';
import { REQUEST } from './desk-days';
import { idleApp } from './idle-app';
import { visitor } from './visitor';

const { people, desk } = acme;
const { accountId, name } = people.jiraAdmin;
const { email, token } = people.userAccessAdmin;

let world: World;
beforeEach(async () => {
  world = await openWorld({ code: idleApp });
});
afterEach(() => world.shell.close());

const mention = (id: string) => ({ type: 'mention', attrs: { id } });
const words = (text: string) => ({ type: 'text', text });

it('calls those whom a comment mentions by their names, in the portal and before the agent', async () => {
  const by = people.plainUser.accountId;
  world.simulator().site.work.raise({ by, requestTypeId: desk.requestTypes.groupMembership.id });
  const line = [words('Asked: '), mention(accountId), words(' and '), mention('nobody-any-more'), words('.')];
  const body = { type: 'doc', version: 1, content: [{ type: 'paragraph', content: line }] };
  const answer = await fetch(`${world.shell.origins.frame}/rest/api/3/issue/IT-1/comment`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Basic ${btoa(`${email}:${token}`)}`,
    },
    body: JSON.stringify({ body }),
  });
  expect(answer.status).toBe(201);
  for (const [who, path] of [
    ['plainUser', REQUEST],
    ['userAccessAdmin', '/browse/IT-1'],
  ] as const) {
    const { text } = await visitor(world.shell, people[who].accountId).see(path);
    expect(text).toContain(`Asked: @${name} and @Former user.`);
  }
});
