import type { Api, CallName } from '../src/contract/api';
import type { ConnectionView, Reply } from '../src/contract/views';
import { createSimulator, type Simulator, type SimulatorOptions } from '../tools/simulator/simulator';
import { acme } from '../tools/simulator/atlassian/worlds/acme';

type Answer<K extends CallName> = ReturnType<Api[K]>;
type Input<K extends CallName> = Parameters<Api[K]>[0];

/** What an administrator of the seeded world would type. */
export const credentialOf = ({ email, token }: { readonly email: string; readonly token: string }) => ({
  adminEmail: email,
  apiToken: token,
});

/** The app on a fresh seeded site, and the calls of its pages as somebody makes them. */
export const startApp = (options: SimulatorOptions = {}) => callsOf(createSimulator(options));

/** The same on a site that runs already. */
export function callsOf(simulator: Simulator) {
  const call = async <K extends CallName>(name: K, input?: Input<K>, as?: string): Promise<Answer<K>> =>
    (await simulator.invoke(name, input, as)) as Answer<K>;

  const { storage } = simulator.forge;
  const { id: installation } = simulator.installation;

  const draft = async (
    who: { readonly email: string; readonly token: string } = acme.people.orgAdmin,
    as?: string,
  ) => {
    const checked = valueOf(
      await call('credential.check', { connector: 'confluence', values: credentialOf(who) }, as),
    );
    if (checked.draft === undefined) throw new Error(`Refused: ${JSON.stringify(checked.lines)}`);
    return checked.draft;
  };

  /** Nobody fills in two forms within one second, which is what a limit on requests counts by. */
  const aSecondPasses = () => {
    if (simulator.site.variants.tokenRateLimit !== 'none') simulator.clock.elapse(1_000);
  };

  /** The quick way to a saved connection. */
  const connect = async (over: Record<string, string | string[]> = {}): Promise<ConnectionView> => {
    const checked = await draft();
    const values = { ...someFacts, ...over };
    aSecondPasses();
    const connection = valueOf(await call('connection.create', { draft: checked, values }));
    aSecondPasses();
    return connection;
  };

  /** Puts a record into plain storage, as a later version of the app would. */
  const put = (key: string, value: unknown) =>
    storage.store.handle({
      installation,
      operation: 'set',
      body: { key, value },
      now: simulator.clock.time(),
    });

  /** Withdraws every token of a person, as an organisation can. */
  const revokeTokensOf = (accountId: string) => {
    for (const { id } of simulator.site.directory.tokensOf(accountId))
      simulator.site.directory.revokeToken(id);
  };

  return {
    ...simulator,
    call,
    draft,
    connect,
    put,
    revokeTokensOf,
    runHourly: () => simulator.forge.runSchedule(simulator.installation, 'hourly'),
    /** Everything that is stored; of secrets, the names. */
    stored: () => storage.dump(installation),
    rowsOf: (entity: string) => storage.rowsOf(installation, entity),
    /** Ids of all audit events. */
    events: () => Object.keys(storage.dump(installation).entities['audit-event'] ?? {}),
  };
}

export const someFacts = {
  name: 'Corporate Confluence',
  applicationAdmin: acme.people.plainUser.accountId,
  defaultGroups: [acme.groups.confluenceUsers],
};

/** The value of a reply that has one. A refusal fails the test with its own words. */
export function valueOf<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value;
  throw new Error(`Refused: ${JSON.stringify(reply.problem)}`);
}

/** The problem of a reply that has one. */
export function problemOf(reply: Reply<unknown>) {
  if (!reply.ok) return reply.problem;
  throw new Error(`Accepted: ${JSON.stringify(reply.value)}`);
}
