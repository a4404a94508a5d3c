import type { RuleInput } from '../../src/contract/rule';
import { VirtualClock } from '../../tools/simulator/clock';
import { createSimulator, type SimulatorOptions } from '../../tools/simulator/simulator';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { colleagues } from '../../tools/simulator/atlassian/worlds/acme-people';
import { optionRef } from '../journeys/rules';
import { callsOf, startApp, valueOf } from '../start';
import { applicationRule, ids, namedRule, sharedRule, teamRule } from './rules';
import { copyStorage, forSite, pasteStorage } from './template';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
const { desk, people, groups } = acme;

/** Late enough for the day to be over soon, wherever the people of this world live. */
const START = new Date('2026-01-05T20:00:00Z');
const reader = colleagues[2];
if (!reader) throw new Error('The world has too few people.');

export const who = {
  ...ids,
  employee: people.contractor.accountId,
  counsel: people.hiddenEmail.accountId,
  /** In HR readers from the beginning; lives where the day ends eight hours after UTC's. */
  reader: reader.accountId,
  agent: people.userAccessAdmin.accountId,
  jiraAdmin: people.jiraAdmin.accountId,
};
export const where = {
  hr: groups.hrReaders,
  legal: groups.legalReviewers,
  marketing: groups.marketingWriters,
  confluence: groups.confluenceUsers,
  phoenix: groups.phoenix,
  /** Nobody is given it: its members may approve. */
  security: groups.securityTeam,
};
export const types = {
  team: desk.requestTypes.groupMembership.id,
  shared: desk.requestTypes.privilegedAccess.id,
  application: desk.requestTypes.applicationAccess.id,
  /** That of `team`, told apart by the level. */
  named: desk.requestTypes.groupMembership.id,
};
export const fieldIds = {
  level: desk.fields.accessLevel.id,
  hours: desk.fields.hours.id,
  application: desk.fields.targetApplication.id,
  forWhom: desk.fields.forWhom.id,
  expiresOn: desk.fields.expiresOn.id,
  approvers: desk.fields.approvers.id,
  reason: desk.fields.reason.id,
  requestedGroups: desk.fields.requestedGroups.id,
  duration: desk.fields.duration.id,
  manager: desk.fields.manager.id,
};
export const levels = {
  hr: optionRef('accessLevel', 'HR readers').id,
  legal: optionRef('accessLevel', 'Legal reviewers').id,
  marketing: optionRef('accessLevel', 'Marketing space editors').id,
  /** The rule of the named groups is for it. */
  named: optionRef('accessLevel', 'Finance auditors').id,
  /** A level that gives nothing. */
  security: optionRef('accessLevel', 'Security team').id,
};
export const namedOptions = {
  hr: optionRef('requestedGroups', 'hr-readers').id,
  phoenix: optionRef('requestedGroups', 'project-phoenix').id,
  marketing: optionRef('requestedGroups', 'marketing-writers').id,
  /** Not in the rule's list. */
  legal: optionRef('requestedGroups', 'legal-reviewers').id,
};
export const durations = {
  8: optionRef('duration', '8 hours').id,
  24: optionRef('duration', '1 day').id,
};
export const confluenceOption = optionRef('targetApplication', 'Confluence').id;

type Kind = keyof typeof types;

/** What an administrator has set up beforehand: four rules, each of them as the rig has it or with other words. */
export interface Scene {
  readonly defaultGroups: readonly string[];
  readonly over: (connectionId: string) => Partial<Record<Kind, Partial<RuleInput>>>;
}
const rigScene: Scene = { defaultGroups: [groups.confluenceUsers, groups.phoenix], over: () => ({}) };

interface Setup {
  readonly rows: ReturnType<typeof copyStorage>;
  readonly connectionId: string;
  readonly ruleIds: Readonly<Record<Kind, string>>;
}
const setups = new Map<Scene, Promise<Setup>>();

/** A connection and four rules, as they rest: made once. */
export function prepared(scene: Scene = rigScene): Promise<Setup> {
  const setup = setups.get(scene) ?? prepare(scene);
  setups.set(scene, setup);
  return setup;
}

async function prepare({ defaultGroups, over }: Scene): Promise<Setup> {
  const app = startApp({ clock: new VirtualClock({ start: START }) });
  const { id } = await app.connect({ defaultGroups: [...defaultGroups] });
  const { team, shared, application, named } = over(id);
  const create = async (rule: RuleInput) => valueOf(await app.call('rule.create', { rule })).id;
  const ruleIds = {
    team: await create({ ...teamRule(id), ...team }),
    shared: await create({ ...sharedRule(id), ...shared }),
    application: await create({ ...applicationRule(id), ...application }),
    named: await create({ ...namedRule(id), ...named }),
  };
  const rows = copyStorage(app);
  app.close();
  return { rows, connectionId: id, ruleIds };
}

/** The small world of the rig: one site, one connection, four rules. Cheap to open: it was prepared once. */
export async function openWorld(options: SimulatorOptions = {}, scene = rigScene) {
  const { rows, connectionId, ruleIds } = await prepared(scene);
  const world = { ...acme.world, cloudId: newSite() };
  const simulator = createSimulator({ clock: new VirtualClock({ start: START }), world, ...options });
  pasteStorage(simulator, forSite(rows, world.cloudId));
  for (const person of [who.firstApprover, who.secondApprover])
    simulator.site.directory.setMember(where.security, person, true);
  simulator.site.directory.setPerson(who.reader, { timeZone: 'America/Los_Angeles' });
  simulator.forge.stoppedSchedules.add('daily');
  return { ...callsOf(simulator), connectionId, ruleIds };
}
let sites = 0;
/** What a warm process remembers of one site means nothing to the next: a run must not depend on those before it. */
const newSite = (): string => `4f9a1c62-0000-4000-8000-${String((sites += 1)).padStart(12, '0')}`;

export type World = Awaited<ReturnType<typeof openWorld>>;

export const FIVE_MINUTES = 'five-minutes';
/** Time without anything on the way but what was armed: the round stands still, and goes on afterwards. */
export async function sleepThrough({ forge, advance }: World, ms: number): Promise<void> {
  const stoodStill = forge.stoppedSchedules.has(FIVE_MINUTES);
  forge.stoppedSchedules.add(FIVE_MINUTES);
  await advance(ms);
  if (!stoodStill) forge.stoppedSchedules.delete(FIVE_MINUTES);
}
