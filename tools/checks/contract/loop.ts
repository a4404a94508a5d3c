import { govern, HOUR } from '../../../test/journeys/stage';
import { readAddress } from '../../simulator/atlassian/address';
import { findOperation } from '../../simulator/atlassian/router';
import type { SiteRequest, SiteResponse } from '../../simulator/atlassian/wire';
import { acme } from '../../simulator/atlassian/worlds/acme';
import type { Documents } from './documents';
import { Judge } from './judge';

export interface Heard {
  readonly request: SiteRequest;
  readonly response: SiteResponse;
}

export interface LoopVerdict {
  /** Which operations the app asks for. */
  readonly operations: readonly string[];
  readonly exchanges: number;
  readonly violations: readonly string[];
}

/**
 * What the app itself asks of the site on the whole way of a request, and what it is answered, held against the
 * documents: connected, a rule written and tried, asked, approved, given, told, compared, taken back.
 */
export async function judgeLoop(documents: Documents, heard = listen()): Promise<LoopVerdict> {
  const judge = new Judge(documents);
  const judged = (await heard).map((exchange) => judgeOne(judge, exchange));
  return {
    operations: [...new Set(judged.map(({ name }) => name))].sort(),
    exchanges: judged.length,
    violations: judged.flatMap(({ name, faults }) => faults.map((fault) => `the app, ${name}: ${fault}`)),
  };
}

function judgeOne(judge: Judge, { request, response }: Heard) {
  const pathname = readAddress(request.url, acme.world.baseUrl)?.pathname ?? '';
  if (pathname === '/_edge/tenant_info') return { name: 'the id of the site', faults: [] };
  const found = findOperation(request.method, pathname);
  const name = `${request.method} ${pathname}`;
  if (found.kind !== 'operation') return { name, faults: ['no document has this operation'] };
  const exchanged = { operation: found.operation, path: found.path, request, response };
  const faults = [...judge.faultsOfRequest(exchanged), ...judge.faultsOfResponse(exchanged)];
  return { name: `${found.operation.document} ${found.operation.operationId}`, faults };
}

async function listen(): Promise<readonly Heard[]> {
  const stage = await govern();
  const { site, call } = stage;
  const heard: Heard[] = [];
  const { handle } = site;
  const recorded = async (request: SiteRequest) => {
    const response = await handle(request);
    heard.push({ request, response });
    return response;
  };
  Object.assign(site, { handle: recorded });
  const deskId = acme.desk.it.desk.id;
  const requestTypeId = acme.desk.requestTypes.groupMembership.id;
  await call('desk.list');
  await call('desk.form', { deskId, requestTypeId });
  for (const kind of ['person', 'group'] as const) await call('directory.search', { kind, query: 'h' });
  const ids = [acme.people.contractor.accountId];
  await call('directory.describe', { kind: 'person', ids });
  await call('directory.describe', { kind: 'group', ids: [acme.groups.hrReaders] });
  const source = { connection: stage.connection.id };
  for (const kind of ['person', 'groups', 'membership', 'privileged'] as const) {
    for (const query of ['', 'r']) await call('option.search', { source, kind, query });
  }
  await call('connection.test', { id: stage.connection.id });
  const issueId = await stage.ask();
  await call('request.list', { key: site.work.issue(issueId).key });
  await stage.approve(issueId);
  await stage.runDaily();
  await stage.advance(9 * HOUR);
  stage.close();
  return heard;
}
