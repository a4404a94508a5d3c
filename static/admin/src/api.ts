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
};
