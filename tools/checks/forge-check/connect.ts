import { resolve, sep } from 'node:path';
import { z } from 'zod';
import { acme } from '../../simulator/atlassian/worlds/acme';
import { bundleCode } from '../../simulator/forge/app';
import { createSimulator, type Simulator } from '../../simulator/simulator';

const Reply = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), problem: z.looseObject({ code: z.string(), message: z.string() }) }),
]);
const Checked = z.object({ draft: z.string(), lines: z.array(z.looseObject({ outcome: z.string() })) });
const Options = z.object({ items: z.array(z.object({ id: z.string(), blocked: z.string().optional() })) });
const Connection = z.object({
  id: z.string(),
  name: z.string(),
  health: z.looseObject({ state: z.string() }),
});

const NAME = 'Made by the bundle';

/**
 * Connects Confluence through the bundle: the files that would be deployed, behind the manifest, on the simulated
 * site. Answers how many resolver calls that took; throws when one of them is refused or the outcome is wrong.
 */
export async function connectThrough(folder: string): Promise<number> {
  const simulator = createSimulator({ code: bundleCode(folder) });
  try {
    const call = caller(simulator);
    const { email, token } = acme.people.orgAdmin;
    const values = { adminEmail: email, apiToken: token };
    const { draft } = Checked.parse(await call('credential.check', { connector: 'confluence', values }));
    const pick = async (kind: 'person' | 'groups') => {
      const { items } = Options.parse(await call('option.search', { source: { draft }, kind, query: '' }));
      const free = items.find(({ blocked }) => blocked === undefined);
      if (!free) throw new Error(`Nothing can be picked: ${kind}.`);
      return free.id;
    };
    const facts = {
      name: NAME,
      applicationAdmin: await pick('person'),
      defaultGroups: [await pick('groups')],
    };
    const made = Connection.parse(await call('connection.create', { draft, values: facts }));
    const listed = z.array(Connection).parse(await call('connection.list'));
    const mine = listed.find(({ id }) => id === made.id);
    if (mine?.name !== NAME || mine.health.state !== 'healthy') {
      throw new Error(`Connected, but listed as ${JSON.stringify(listed)}.`);
    }
    refuseSources();
    return simulator.forge.invocations().length;
  } finally {
    simulator.close();
  }
}

const caller = (simulator: Simulator) => async (name: string, payload?: unknown) => {
  const reply = Reply.parse(await simulator.invoke(name, payload));
  if (!reply.ok) throw new Error(`${name} was refused: ${reply.problem.code}, ${reply.problem.message}`);
  return reply.value;
};

/** Had a source file been loaded, it would not have been the bundle that was tried. */
function refuseSources(): void {
  const sources = resolve('src') + sep;
  const loaded = Object.keys(require.cache).filter((file) => file.startsWith(sources));
  if (loaded.length > 0) throw new Error(`Not the bundle but the sources ran: ${loaded.join(', ')}.`);
}
