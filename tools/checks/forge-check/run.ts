import { resolve, sep } from 'node:path';
import { z } from 'zod';
import { aGroupRule } from '../../../test/journeys/rules';
import { acme } from '../../simulator/atlassian/worlds/acme';
import { bundleCode } from '../../simulator/forge/app';
import { createSimulator, type Simulator } from '../../simulator/simulator';

const Reply = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), problem: z.looseObject({ code: z.string(), message: z.string() }) }),
]);
const Checked = z.object({ draft: z.string(), lines: z.array(z.looseObject({ outcome: z.string() })) });
const Options = z.object({ items: z.array(z.object({ id: z.string(), blocked: z.string().optional() })) });
const Connection = z.object({ id: z.string(), health: z.looseObject({ state: z.string() }) });
const Request = z.object({ state: z.string(), grants: z.array(z.looseObject({ state: z.string() })) });

/** Longer than an event's way and the work that follows from it. */
const SOON_MS = 30_000;
const HOUR_MS = 3_600_000;
const { desk, groups, people } = acme;

/**
 * A whole request through the bundle: the files that would be deployed, behind the manifest, on the simulated site.
 * Connected, a rule written, asked, approved, given, and taken back when its time is up. Answers how many times the
 * platform ran something of the app; throws when anything is refused or comes out wrong.
 */
export async function runThrough(folder: string): Promise<number> {
  const simulator = createSimulator({ code: bundleCode(folder) });
  try {
    const call = caller(simulator);
    const connectionId = await connect(call);
    await call('rule.create', { rule: aGroupRule(connectionId) });
    await request(simulator, call);
    refuseSources();
    return simulator.forge.invocations().length;
  } finally {
    simulator.close();
  }
}

type Call = (name: string, payload?: unknown) => Promise<unknown>;
const caller =
  (simulator: Simulator): Call =>
  async (name, payload) => {
    const reply = Reply.parse(await simulator.invoke(name, payload));
    if (!reply.ok) throw new Error(`${name} was refused: ${reply.problem.code}, ${reply.problem.message}`);
    return reply.value;
  };

async function connect(call: Call): Promise<string> {
  const { email, token } = people.orgAdmin;
  const values = { adminEmail: email, apiToken: token };
  const { draft } = Checked.parse(await call('credential.check', { connector: 'confluence', values }));
  const pick = async (kind: 'person' | 'groups') => {
    const { items } = Options.parse(await call('option.search', { source: { draft }, kind, query: '' }));
    const free = items.find(({ blocked }) => blocked === undefined);
    if (!free) throw new Error(`Nothing can be picked: ${kind}.`);
    return free.id;
  };
  const facts = {
    name: 'Made by the bundle',
    applicationAdmin: await pick('person'),
    defaultGroups: [await pick('groups')],
  };
  const { id } = Connection.parse(await call('connection.create', { draft, values: facts }));
  const listed = z.array(Connection).parse(await call('connection.list'));
  mustBe('the connection', listed.find((one) => one.id === id)?.health.state, 'healthy');
  return id;
}

async function request({ site, advance }: Simulator, call: Call): Promise<void> {
  const requester = people.contractor.accountId;
  const option = desk.fields.accessLevel.options.find(({ value }) => value === 'HR readers');
  const { id: issueId } = site.work.raise({
    by: requester,
    requestTypeId: desk.requestTypes.groupMembership.id,
    fields: { [desk.fields.accessLevel.id]: option?.id },
  });
  const stands = async () => {
    const { state, grants } = Request.parse(await call('request.read', { issueId }));
    const isMember = site.directory.isMember(groups.hrReaders, requester);
    return [state, ...grants.map((grant) => grant.state), isMember ? 'a member' : 'no member'].join(', ');
  };
  await advance(SOON_MS);
  mustBe('asked', await stands(), 'awaiting-approval, no member');
  site.work.answer(issueId, { by: people.confluenceAdmin.accountId, decision: 'approved' });
  await advance(SOON_MS);
  mustBe('approved', await stands(), 'fulfilled, active, a member');
  await advance(9 * HOUR_MS);
  mustBe('over', await stands(), 'fulfilled, revoked, no member');
}

function mustBe(what: string, is: unknown, expected: string): void {
  if (is !== expected) throw new Error(`${what}: ${JSON.stringify(is)} instead of ${expected}.`);
}

/** Had a source file been loaded, it would not have been the bundle that was tried. */
function refuseSources(): void {
  const sources = resolve('src') + sep;
  const loaded = Object.keys(require.cache).filter((file) => file.startsWith(sources));
  if (loaded.length > 0) throw new Error(`Not the bundle but the sources ran: ${loaded.join(', ')}.`);
}
