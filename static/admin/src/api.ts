import { makeInvoke, requestJira } from '@forge/bridge';
import type { Api } from '@contract/api';
import type { Reply } from '@contract/views';
import { answered } from './answered';
import { isRecord, readPeople, type PersonView } from './people';
import { problemOf, Refused } from './problem';

const invoke = makeInvoke<Api>();

type Input<Call extends keyof Api> = Parameters<Api[Call]>[0];

/** What came back may be nothing at all: the platform answers so when a resolver died. */
async function open<T>(asked: Promise<Reply<T>>): Promise<T> {
  const reply = await answered(asked).catch((error: unknown) => {
    throw new Refused(problemOf(error));
  });
  if (!isRecord(reply)) throw new Refused(problemOf(undefined));
  if (reply.ok) return reply.value;
  throw new Refused(reply.problem);
}

/** Jira's "Bulk get users", as the person at the screen: whom they may not see is left out. */
async function people(ids: readonly string[]): Promise<PersonView[]> {
  const query = [...ids.map((id) => `accountId=${encodeURIComponent(id)}`), `maxResults=${ids.length}`].join(
    '&',
  );
  const response = await answered(requestJira(`/rest/api/3/user/bulk?${query}`));
  if (!response.ok) throw new Refused(problemOf(undefined));
  return readPeople(await response.json());
}

/** The only file that says invoke. */
export const api = {
  people,
  connectors: () => open(invoke('connector.list')),
  connections: () => open(invoke('connection.list')),
  connection: (input: Input<'connection.read'>) => open(invoke('connection.read', input)),
  history: (input: Input<'connection.history'>) => open(invoke('connection.history', input)),
  check: (input: Input<'credential.check'>) => open(invoke('credential.check', input)),
  discard: (input: Input<'credential.discard'>) => open(invoke('credential.discard', input)),
  search: (input: Input<'option.search'>) => open(invoke('option.search', input)),
  describe: (input: Input<'option.describe'>) => open(invoke('option.describe', input)),
  connect: (input: Input<'connection.create'>) => open(invoke('connection.create', input)),
  update: (input: Input<'connection.update'>) => open(invoke('connection.update', input)),
  test: (input: Input<'connection.test'>) => open(invoke('connection.test', input)),
  rotate: (input: Input<'connection.rotate'>) => open(invoke('connection.rotate', input)),
  disconnect: (input: Input<'connection.disconnect'>) => open(invoke('connection.disconnect', input)),
  settings: () => open(invoke('settings.read')),
  saveSettings: (input: Input<'settings.update'>) => open(invoke('settings.update', input)),
  findInDirectory: (input: Input<'directory.search'>) => open(invoke('directory.search', input)),
  describeInDirectory: (input: Input<'directory.describe'>) => open(invoke('directory.describe', input)),
  desks: () => open(invoke('desk.list')),
  deskForm: (input: Input<'desk.form'>) => open(invoke('desk.form', input)),
  rules: () => open(invoke('rule.list')),
  rule: (input: Input<'rule.read'>) => open(invoke('rule.read', input)),
  ruleVersions: (input: Input<'rule.versions'>) => open(invoke('rule.versions', input)),
  createRule: (input: Input<'rule.create'>) => open(invoke('rule.create', input)),
  updateRule: (input: Input<'rule.update'>) => open(invoke('rule.update', input)),
  enableRule: (input: Input<'rule.enable'>) => open(invoke('rule.enable', input)),
  disableRule: (input: Input<'rule.disable'>) => open(invoke('rule.disable', input)),
  deleteRule: (input: Input<'rule.delete'>) => open(invoke('rule.delete', input)),
  requests: (input: Input<'request.list'>) => open(invoke('request.list', input)),
  request: (input: Input<'request.read'>) => open(invoke('request.read', input)),
  requestAlerts: () => open(invoke('request.alerts')),
  retryRequest: (input: Input<'request.retry'>) => open(invoke('request.retry', input)),
  retryGrant: (input: Input<'grant.retry'>) => open(invoke('grant.retry', input)),
  withdrawGrant: (input: Input<'grant.withdraw'>) => open(invoke('grant.withdraw', input)),
  extendGrant: (input: Input<'grant.extend'>) => open(invoke('grant.extend', input)),
  acknowledgeGrant: (input: Input<'grant.acknowledge'>) => open(invoke('grant.acknowledge', input)),
  tryRule: (input: Input<'rule.try'>) => open(invoke('rule.try', input)),
};
