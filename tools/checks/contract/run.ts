import type { Operation } from '../../simulator/atlassian/exchange';
import { operations, pathOf } from '../../simulator/atlassian/router';
import { scopesOf } from '../../simulator/atlassian/scopes';
import { createSite } from '../../simulator/atlassian/site';
import type { SiteRequest, SiteResponse } from '../../simulator/atlassian/wire';
import { acmeWorld } from '../../simulator/atlassian/worlds/acme';
import { VirtualClock } from '../../simulator/clock';
import { confluenceScenarios } from './confluence-scenarios';
import type { Documents } from './documents';
import { everywhere } from './everywhere';
import { jiraReads } from './jira-reads';
import { jiraWrites } from './jira-writes';
import { jiraIssues } from './jira-issues';
import { jiraProjects } from './jira-projects';
import { jsmReads } from './jsm-reads';
import { jsmRequests } from './jsm-requests';
import { Judge } from './judge';
import { people, withToken, type Scenario } from './scenario';

export interface Verdict {
  readonly operations: number;
  readonly exchanges: number;
  /** One sentence each. */
  readonly violations: readonly string[];
}

const own: readonly Scenario[] = [
  ...jiraReads,
  ...jiraWrites,
  ...jiraIssues,
  ...jiraProjects,
  ...jsmReads,
  ...jsmRequests,
  ...confluenceScenarios,
];
const keyOf = ({ document, operationId }: Operation) => `${document} ${operationId}`;

/** Plays every operation of the site and holds what is said against the documents. `spoil` may falsify answers. */
export async function checkContract(
  documents: Documents,
  spoil: (answer: SiteResponse, scenario: Scenario) => SiteResponse = (answer) => answer,
): Promise<Verdict> {
  const judge = new Judge(documents);
  const violations: string[] = [];
  let exchanges = 0;
  for (const operation of operations) {
    const mine = own.filter((scenario) => scenario.operation === keyOf(operation));
    const success = mine[0];
    violations.push(...judgeScopes(judge, operation), ...judgeCoverage(operation, mine));
    for (const scenario of success ? [...mine, ...everywhere(operation, success)] : []) {
      exchanges += 1;
      const faults = await play(judge, { operation, scenario, spoil });
      violations.push(...faults.map((fault) => `${scenario.operation}, ${scenario.story}: ${fault}`));
    }
  }
  return { operations: operations.length, exchanges, violations };
}

interface Played {
  readonly operation: Operation;
  readonly scenario: Scenario;
  readonly spoil: (answer: SiteResponse, scenario: Scenario) => SiteResponse;
}

async function play(judge: Judge, { operation, scenario, spoil }: Played): Promise<readonly string[]> {
  const { variants, before, status, broken = false, path = {} } = scenario;
  const site = createSite({ clock: new VirtualClock(), seed: acmeWorld, ...(variants && { variants }) });
  await before?.(site);
  const request = requestOf(operation, scenario);
  const response = spoil(await site.handle(request), scenario);
  const exchanged = { operation, path, request, response };
  const asked = judge.faultsOfRequest(exchanged);
  const unbroken =
    broken && asked.length === 0 ? ['the request was to break the document, and does not'] : [];
  return [
    ...(response.status === status ? [] : [`${response.status} in place of ${status}: ${response.body}`]),
    ...(broken ? unbroken : asked),
    ...judge.faultsOfResponse(exchanged),
  ];
}

function requestOf(operation: Operation, scenario: Scenario): SiteRequest {
  const { path = {}, query = {}, via, as = withToken(people.orgAdmin), body } = scenario;
  const filled = pathOf(operation).replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(path[name] ?? ''),
  );
  const product = operation.document.startsWith('confluence') ? 'confluence' : 'jira';
  const host =
    via === 'gateway' ? `https://api.atlassian.com/ex/${product}/${acmeWorld.cloudId}` : acmeWorld.baseUrl;
  const url = new URL(`${host}${filled}`);
  for (const [name, value] of Object.entries(query)) {
    for (const each of Array.isArray(value) ? value : [value]) url.searchParams.append(name, String(each));
  }
  const headers = {
    accept: 'application/json',
    'content-type': scenario.contentType ?? 'application/json',
    ...scenario.headers,
  };
  const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
  return { method: operation.method, url, headers, caller: as, ...sent };
}

/** The table of scopes must say what the documents say. */
function judgeScopes(judge: Judge, operation: Operation): readonly string[] {
  const documented = judge.described(operation)['x-atlassian-oauth2-scopes'].map(({ scopes }) => scopes);
  const ours = scopesOf[operation.document][operation.operationId];
  const same = JSON.stringify(ours) === JSON.stringify(documented);
  return same ? [] : [`${keyOf(operation)}: scopes.ts differs from the document`];
}

/** Every status that the operation says it may answer is played, and no other. */
function judgeCoverage(operation: Operation, scenarios: readonly Scenario[]): readonly string[] {
  const played = [...new Set(scenarios.map(({ status }) => status))];
  const unplayed = operation.statuses.filter((status) => !played.includes(status));
  const undeclared = played.filter((status) => !operation.statuses.includes(status));
  return [
    ...unplayed.map((status) => `${keyOf(operation)}: ${status} is never played`),
    ...undeclared.map((status) => `${keyOf(operation)}: ${status} is not declared`),
  ];
}
