import { existsSync } from 'node:fs';
import { loadDocuments, type Documents } from '../../../tools/checks/contract/documents';
import { Judge } from '../../../tools/checks/contract/judge';
import { checkContract } from '../../../tools/checks/contract/run';
import { spoilOne } from '../../../tools/checks/contract/spoil';
import type { Operation } from '../../../tools/simulator/atlassian/exchange';
import type { SiteResponse } from '../../../tools/simulator/atlassian/wire';

const SPECS = process.env['SPECS'] ?? '../shared/specs';

// The documents are Atlassian's and not in this repository; `npm run contract` downloads them where they are missing.
if (existsSync(SPECS)) {
  describe("the simulated site and Atlassian's documents", () => {
    it('agree on every operation, in success and in every error', async () => {
      const verdict = await checkContract(await loadDocuments(SPECS));
      expect(verdict.violations).toEqual([]);
      expect(verdict.operations).toBeGreaterThanOrEqual(27);
      expect(verdict.exchanges).toBeGreaterThan(10 * verdict.operations);
    });

    it('are seen to differ when one answer is wrong', async () => {
      const { violations } = await checkContract(await loadDocuments(SPECS), spoilOne);
      expect(violations).toEqual([expect.stringContaining('/accountId must be string')]);
    });
  });
}

describe('the judge', () => {
  const empty = { paths: {}, components: { schemas: {}, parameters: {}, requestBodies: {} } };
  const operation: Operation = {
    document: 'jira',
    operationId: 'getThing',
    method: 'GET',
    template: '/thing/{id}',
    statuses: [200],
    play: () => ({ status: 200, headers: {}, body: '' }),
  };
  const getThing = {
    operationId: 'getThing',
    parameters: [
      { name: 'id', in: 'path', required: true, schema: { type: 'string', maxLength: 3 } },
      { name: 'limit', in: 'query', schema: { type: 'integer', maximum: 10 } },
    ],
    responses: {
      200: {
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } },
        headers: { Link: {} },
      },
      400: {},
    },
  };
  const Thing = {
    type: 'object',
    required: ['id'],
    properties: { id: { type: 'string', nullable: true }, at: { type: 'string', format: 'date-time' } },
  };
  const documents: Documents = {
    jira: {
      paths: { '/thing/{id}': { get: getThing } },
      components: { ...empty.components, schemas: { Thing } },
    },
    jsm: empty,
    'confluence-v1': empty,
    'confluence-v2': empty,
  };

  const said = (response: Partial<SiteResponse>, query = '', id = 'a') =>
    ({
      operation,
      path: { id },
      request: {
        method: 'GET',
        url: new URL(`https://acme.atlassian.net/thing/${id}${query}`),
        headers: {},
        caller: { kind: 'header' },
      },
      response: {
        status: 200,
        headers: { 'content-type': 'application/json', link: '<x>' },
        body: '{"id":"a"}',
        ...response,
      },
    }) as const;
  const judge = new Judge(documents);

  it('finds nothing wrong with what is right', () => {
    expect(judge.faultsOfResponse(said({}))).toEqual([]);
    expect(judge.faultsOfResponse(said({ body: '{"id":null,"at":"2026-01-05T12:00:00.000+0000"}' }))).toEqual(
      [],
    );
    expect(judge.faultsOfRequest(said({}, '?limit=3'))).toEqual([]);
  });

  it.each([
    ['a value of the wrong type', { body: '{"id":1}' }],
    ['a property left out', { body: '{}' }],
    ['a property made up', { body: '{"id":"a","more":1}' }],
    ['an instant that is none', { body: '{"id":"a","at":"yesterday"}' }],
    ['a missing header', { headers: { 'content-type': 'application/json' } }],
    ['another content type', { headers: { 'content-type': 'text/html', link: '<x>' } }],
    ['a status that is not documented', { status: 418 }],
    ['an error of another shape', { status: 400, body: '{"error":"no"}' }],
    ['an error without a body', { status: 400, body: '', headers: {} }],
  ])('sees %s', (_, response) => {
    expect(judge.faultsOfResponse(said(response))).not.toEqual([]);
  });

  it.each([
    ['a parameter that does not exist', '?colour=red', 'a'],
    ['a parameter of the wrong type', '?limit=soon', 'a'],
    ['a parameter that is too large', '?limit=11', 'a'],
    ['a path that is too long', '', 'abcd'],
  ])('sees %s in a request', (_, query, id) => {
    expect(judge.faultsOfRequest(said({}, query, id))).toHaveLength(1);
  });
});
