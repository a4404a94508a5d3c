import { jiraError, json } from '../answer';
import type { Exchange, Operation } from '../exchange';
import { personOf, rightsOf } from '../rights';
import type { SiteResponse } from '../wire';
import { personAlone } from './person';

const VERSION = '1001.0.0-SNAPSHOT';

function serverInfo({ world }: Exchange): SiteResponse {
  return json(200, {
    baseUrl: world.baseUrl,
    displayUrl: world.baseUrl,
    displayUrlServicedeskHelpCenter: world.baseUrl,
    displayUrlConfluence: world.baseUrl,
    version: VERSION,
    versionNumbers: [1001, 0, 0],
    deploymentType: 'Cloud',
    buildNumber: 100_260,
    buildDate: '2025-12-18T03:12:45.000+0000',
    serverTime: world.clock.now().toISOString().replace('Z', '+0000'),
    scmInfo: 'a51e7b1e4f6d4d3b8d3a3c1f0f9f2ab1c0c6b7d2',
    serverTitle: world.title,
  });
}

function myself(exchange: Exchange): SiteResponse {
  const person = personOf(exchange.asker);
  if (!person || !rightsOf(exchange).usesJira)
    return jiraError(403, 'You do not have permission to access Jira.');
  return json(200, personAlone(exchange, person, exchange.query.list('expand')));
}

export const getServerInfo: Operation = {
  document: 'jira',
  operationId: 'getServerInfo',
  method: 'GET',
  template: '/rest/api/3/serverInfo',
  anonymous: 'only-without-credentials',
  statuses: [200],
  play: serverInfo,
};

export const getCurrentUser: Operation = {
  document: 'jira',
  operationId: 'getCurrentUser',
  method: 'GET',
  template: '/rest/api/3/myself',
  statuses: [200, 403],
  play: myself,
};
