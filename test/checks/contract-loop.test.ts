import { existsSync } from 'node:fs';
import { loadDocuments, type Documents } from '../../tools/checks/contract/documents';
import { judgeLoop, type Heard } from '../../tools/checks/contract/loop';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';

const SPECS = process.env['SPECS'] ?? '../shared/specs';
const empty = { paths: {}, components: { schemas: {}, parameters: {}, requestBodies: {} } };
const nothing: Documents = { jira: empty, jsm: empty, 'confluence-v1': empty, 'confluence-v2': empty };

const heard = (method: string, path: string, body?: string): readonly Heard[] => [
  {
    request: {
      method,
      url: new URL(path, acme.world.baseUrl),
      headers: { 'content-type': 'application/json' },
      ...(body !== undefined && { body }),
      caller: { kind: 'app', scopes: [] },
    },
    response: { status: 204, headers: {}, body: '' },
  },
];

it('an operation that Atlassian does not have is a violation', async () => {
  const { violations } = await judgeLoop(nothing, Promise.resolve(heard('GET', '/rest/api/3/no-such-thing')));
  expect(violations).toEqual(['the app, GET /rest/api/3/no-such-thing: no document has this operation']);
});

if (existsSync(SPECS)) {
  it('a body that the document does not allow is a violation, and a good one is none', async () => {
    const edit = async (body: unknown) => {
      const asked = heard('PUT', '/rest/api/3/issue/10001', JSON.stringify(body));
      return judgeLoop(await loadDocuments(SPECS), Promise.resolve(asked));
    };
    expect((await edit({ fields: {} })).violations).toEqual([]);
    expect((await edit({ fields: 'all' })).violations).not.toEqual([]);
  });

  it('what the app asks on the whole way of a request is as documented, and so is what it is answered', async () => {
    const { operations, violations } = await judgeLoop(await loadDocuments(SPECS));
    expect(violations).toEqual([]);
    expect(operations).toEqual(
      expect.arrayContaining(['jira addUserToGroup', 'jira addComment', 'jsm getApprovals']),
    );
  });
}
