import type { z } from 'zod';
import type { VersionsInput } from '../contract/inputs';
import type { RuleInput } from '../contract/rule';
import type { RuleRowView, RuleVersionsView, RuleVersionView, RuleView } from '../contract/rule-views';
import type { Rule, RuleDefinition, Trigger } from '../domain/rule';
import { countInFlight } from './count-in-flight';
import type { RuleEntry } from './governance-ports';
import type { Ports } from './ports';
import { ruleGone } from './problems';

/** Every rule, by name, with when it was last used. */
export const listRules = (ports: Ports) => async (): Promise<RuleRowView[]> => {
  const [{ entries }, connections] = await Promise.all([ports.rules.book(), ports.connections.list()]);
  const names = new Map(connections.map(({ connection: { id, name } }) => [id, name]));
  const rows = await Promise.all(
    entries.map(async (entry) => rowOf(entry, names, await lastUse(ports, entry.id))),
  );
  return rows.sort((a, b) => a.name.localeCompare(b.name));
};

async function lastUse(ports: Ports, ruleId: string): Promise<Date | undefined> {
  const { items } = await ports.requests.list({ ruleId });
  return items[0]?.receivedAt;
}

function rowOf(entry: RuleEntry, names: ReadonlyMap<string, string>, usedAt: Date | undefined): RuleRowView {
  const { id, version, name, state, kind, trigger } = entry;
  return {
    id,
    version,
    name,
    state,
    kind,
    projectName: trigger.projectName,
    requestTypeName: trigger.requestTypeName,
    conditions: conditionsOf(trigger),
    connections: entry.connectionIds.map((each) => ({ id: each, name: names.get(each) ?? '' })),
    groups: [...entry.groupNames],
    approval: structuredClone(entry.approval) as RuleInput['approval'],
    ...(usedAt && { lastUsedAt: usedAt.toISOString() }),
  };
}

const conditionsOf = ({ conditions }: Trigger): string[] =>
  conditions.map(({ field, anyOf }) => `${field.name} = ${anyOf.map(({ label }) => label).join(' or ')}`);

export const readRuleView =
  (ports: Ports) =>
  async (id: string): Promise<RuleView> => {
    const rule = await ports.rules.find(id);
    if (!rule) throw ruleGone();
    return ruleView(ports, rule);
  };

export async function ruleView(ports: Ports, rule: Rule): Promise<RuleView> {
  const { isCut, ...counts } = await countInFlight(ports, rule.id);
  return { ...versionView(rule), id: rule.id, inFlight: { ...counts, ...(isCut && { isCut }) } };
}

const PAGE_SIZE = 50;

/** The versions of a rule, newest first, a page at a time. They outlive the rule. */
export const listVersions =
  (ports: Ports) =>
  async ({ id, below }: z.output<typeof VersionsInput>): Promise<RuleVersionsView> => {
    const current = await ports.rules.find(id);
    if (!current) throw ruleGone();
    const newest = Math.min(current.version, (below ?? Infinity) - 1);
    const oldest = Math.max(1, newest - PAGE_SIZE + 1);
    const numbers = Array.from({ length: newest - oldest + 1 }, (_, index) => newest - index);
    const found = await Promise.all(numbers.map((version) => ports.rules.findVersion(id, version)));
    return {
      items: found.flatMap((rule) => (rule ? [versionView(rule)] : [])),
      ...(oldest > 1 && { next: oldest }),
    };
  };

function versionView({
  id: _id,
  version,
  state,
  changedBy,
  changedAt,
  ...definition
}: Rule): RuleVersionView {
  return { version, state, changedBy, changedAt: changedAt.toISOString(), rule: inputOf(definition) };
}

/** What is kept is what was sent; only its lists may be changed by nobody. */
const inputOf = (definition: RuleDefinition): RuleInput => structuredClone(definition) as RuleInput;
