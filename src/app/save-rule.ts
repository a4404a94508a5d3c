import type { z } from 'zod';
import type { CreateRuleInput, UpdateRuleInput } from '../contract/inputs';
import { foldName } from '../domain/connection';
import { Fault, invalid } from '../domain/fault';
import { problemsOf } from '../domain/judge-rule';
import { connectionsOf, type GroupRef, type Rule, type RuleDefinition } from '../domain/rule';
import { entitlementOf } from './givable';
import type { RuleBook, RuleEntry } from './governance-ports';
import type { Ports } from './ports';
import { ruleGone, somebodyElseChanged } from './problems';
import { useTarget } from './target';
import { writeRule } from './write-rule';

type Create = z.output<typeof CreateRuleInput>;
type Update = z.output<typeof UpdateRuleInput>;

export const createRule =
  (ports: Ports) =>
  async ({ rule: definition }: Create, by: string): Promise<Rule> => {
    const book = await ports.rules.book();
    await mustHold(ports, definition, { others: book.entries, by });
    const rule: Rule = {
      ...definition,
      id: ports.newId(),
      version: 1,
      state: 'enabled',
      ...stamp(ports, by),
    };
    await writeRule(ports, { book, rule, what: 'rule.created', by });
    return rule;
  };

/** Every save is a new version. Requests that are under way keep the version they came in with. */
export const updateRule =
  (ports: Ports) =>
  async ({ id, version, rule: definition }: Update, by: string): Promise<Rule> => {
    const { book, before } = await readRule(ports, id, version);
    const others = book.entries.filter((entry) => entry.id !== id);
    await mustHold(ports, definition, { others, by });
    const rule: Rule = { ...definition, id, version: version + 1, state: before.state, ...stamp(ports, by) };
    const changed = changedParts(before, rule);
    await writeRule(ports, { book, rule, what: 'rule.updated', by, changed });
    return rule;
  };

/** The rule as the caller has seen it, or a refusal. */
export async function readRule(
  ports: Ports,
  id: string,
  version: number,
): Promise<{ book: RuleBook; before: Rule }> {
  const [book, before] = await Promise.all([ports.rules.book(), ports.rules.find(id)]);
  if (!before) throw ruleGone();
  const entry = book.entries.find((each) => each.id === id);
  if (before.version !== version || entry?.version !== version) throw somebodyElseChanged('this rule');
  return { book, before };
}

export const stamp = (ports: Ports, by: string) => ({ changedBy: by, changedAt: ports.clock.now() });

function changedParts(before: RuleDefinition, after: RuleDefinition): readonly string[] {
  const parts = [
    'name',
    'trigger',
    'access',
    'beneficiary',
    'end',
    'reason',
    'approval',
    'decision',
    'outcome',
  ] as const;
  return parts.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]));
}

interface Around {
  readonly others: readonly RuleEntry[];
  readonly by: string;
}

/** What a rule says must be true of the form, of the other rules and of the groups, now. */
async function mustHold(ports: Ports, definition: RuleDefinition, { others, by }: Around): Promise<void> {
  const { trigger } = definition;
  const [form, ungivable] = await Promise.all([
    ports.desk.readForm(trigger.deskId, trigger.requestTypeId),
    findUngivableGroups(ports, definition, by),
  ]);
  const statusIds = form.statuses.map(({ id }) => id);
  const enabled = others.filter(({ state }) => state === 'enabled');
  const taken = others.some(({ name }) => foldName(name) === foldName(definition.name));
  const problems = [
    ...(taken
      ? [{ path: ['name'], message: 'Another rule has this name already. Choose another one.' }]
      : []),
    ...problemsOf(definition, { form: { ...form, statusIds }, others: enabled }),
    ...ungivable,
  ];
  if (problems.length > 0)
    throw invalid(problems.map(({ path, message }) => ({ path: [path.join('.')], message })));
}

interface Problem {
  readonly path: readonly string[];
  readonly message: string;
}

/** Every connection is there, and every group that the rule names may be given by it. */
async function findUngivableGroups(
  ports: Ports,
  definition: RuleDefinition,
  by: string,
): Promise<readonly Problem[]> {
  const { access } = definition;
  const found = await Promise.all(connectionsOf(definition).map((id) => ports.connections.find(id)));
  const missing = found.includes(undefined);
  if (access.kind === 'application-access') {
    return missing
      ? [{ path: ['access', 'applications'], message: 'A connection does not exist any more.' }]
      : [];
  }
  const [watched] = found;
  if (!watched)
    return [{ path: ['access', 'connectionId'], message: 'The connection does not exist any more.' }];
  const named = access.kind === 'privileged-access';
  const problemOf = async (group: GroupRef, path: readonly string[]): Promise<readonly Problem[]> => {
    try {
      const what = entitlementOf(ports, watched.connection, group);
      const use = { during: 'a look at the groups of a rule', by: { kind: 'user', id: by } as const };
      await useTarget(ports, watched, { ...use, work: (target) => target.mustBeGivable(what, { named }) });
      return [];
    } catch (error) {
      if (!(error instanceof Fault) || error.reason === undefined) throw error;
      return [{ path, message: `${group.name}: ${error.message}` }];
    }
  };
  const all = access.choices.flatMap(({ groups }, index) =>
    groups.map((group) => problemOf(group, ['access', 'choices', String(index), 'groups'])),
  );
  return (await Promise.all(all)).flat();
}
