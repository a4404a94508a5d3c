import type { z } from 'zod';
import type { CreateRuleInput, UpdateRuleInput } from '../contract/inputs';
import { foldName } from '../domain/connection';
import { invalid } from '../domain/fault';
import { problemsOf } from '../domain/judge-rule';
import type { Rule, RuleDefinition } from '../domain/rule';
import type { RuleBook, RuleEntry } from './governance-ports';
import type { Ports } from './ports';
import { ruleGone, somebodyElseChanged } from './problems';
import { findUngivableGroups } from './ungivable-groups';
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
    await mustHold(ports, definition, { others, before, by });
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
  /** The version that is replaced, if there is one. */
  readonly before?: Rule;
  readonly by: string;
}

/** What a rule says must be true of the form, of the other rules and of the groups, now. */
async function mustHold(
  ports: Ports,
  definition: RuleDefinition,
  { others, before, by }: Around,
): Promise<void> {
  const { trigger } = definition;
  const [form, ungivable] = await Promise.all([
    ports.desk.readForm(trigger.deskId, trigger.requestTypeId),
    findUngivableGroups(ports, definition, { before, by }),
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
