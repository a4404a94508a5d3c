import { valueOf } from '../start';
import { teamRule } from '../rig/rules';
import type { World } from '../rig/world';
import { untilDone, type RequestFlow } from './flow';

const NAME = 'Another rule for teams';
const RENAMED = 'Renamed';

const find = async ({ call }: World) =>
  valueOf(await call('rule.list')).find(({ name }) => name === NAME || name === RENAMED);

/** The only rule of its request type: the one that the rig has is deleted first. */
async function alone(world: World): Promise<string> {
  const { version } = valueOf(await world.call('rule.read', { id: world.ruleIds.team }));
  valueOf(await world.call('rule.delete', { id: world.ruleIds.team, version }));
  return '';
}
const rule = ({ connectionId }: World, name: string) => ({ ...teamRule(connectionId), name });

async function create(world: World): Promise<void> {
  if (!(await find(world))) valueOf(await world.call('rule.create', { rule: rule(world, NAME) }));
}

async function rename(world: World): Promise<void> {
  const saved = await find(world);
  if (saved?.name !== NAME) return;
  const { id, version } = saved;
  valueOf(await world.call('rule.update', { id, version, rule: rule(world, RENAMED) }));
}

async function turn(world: World, state: 'enabled' | 'disabled'): Promise<void> {
  const saved = await find(world);
  if (!saved || saved.state === state) return;
  const { id, version } = saved;
  valueOf(await world.call(state === 'enabled' ? 'rule.enable' : 'rule.disable', { id, version }));
}

async function remove(world: World): Promise<void> {
  const saved = await find(world);
  if (saved) valueOf(await world.call('rule.delete', { id: saved.id, version: saved.version }));
}

const after =
  (...before: readonly ((world: World) => Promise<unknown>)[]) =>
  async (world: World): Promise<string> => {
    await alone(world);
    for (const step of before) await step(world);
    return '';
  };

const flow = (name: string, act: (world: World) => Promise<void>, ...before: readonly (typeof act)[]) => ({
  name,
  least: { points: 3, pairs: 12 },
  prepare: after(...before),
  run: (world: World) => untilDone(world, () => act(world)),
});
const off = (world: World) => turn(world, 'disabled');

/** What an administrator does to a rule. */
export const ruleFlows: readonly RequestFlow[] = [
  flow('a rule is created', create),
  flow('a rule is changed', rename, create),
  flow('a rule is disabled', off, create),
  flow('a rule is enabled', (world) => turn(world, 'enabled'), create, off),
  flow('a rule is deleted', remove, create),
];
