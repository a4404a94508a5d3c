import { connectionsOf, type Rule } from '../domain/rule';
import type { AuditEvent } from '../domain/audit';
import type { RuleBook, RuleEntry } from './governance-ports';
import { FREE, type Change, type Ports } from './ports';
import { somebodyElseChanged } from './problems';
import { mustHaveRoom } from './rule-room';

interface RuleStep {
  readonly book: RuleBook;
  readonly rule: Rule;
  readonly by: string;
  readonly what: 'rule.created' | 'rule.updated' | 'rule.enabled' | 'rule.disabled' | 'rule.deleted';
  readonly changed?: readonly string[];
}

/** A rule and the book of all rules are one write, so that no two rules come to overlap unseen. */
export async function writeRule(ports: Ports, step: RuleStep): Promise<void> {
  const { book, rule, what } = step;
  const others = book.entries.filter(({ id }) => id !== rule.id);
  const ends = what === 'rule.deleted';
  const next: RuleBook = { version: book.version + 1, entries: ends ? others : [...others, entryOf(rule)] };
  if (what === 'rule.created' || what === 'rule.updated') mustHaveRoom(next, rule);
  const change: Change = {
    guards: [
      {
        on: { kind: 'rule-book' },
        was: book.version === 0 ? FREE : String(book.version),
        becomes: String(next.version),
      },
    ],
    puts: [{ kind: 'rule-book', value: next }, ...(ends ? [] : [{ kind: 'rule', value: rule } as const])],
    drops: ends ? [{ kind: 'rule', id: rule.id }] : [],
    events: [eventOf(step)],
  };
  if ((await ports.commit(change)) === 'moved') throw somebodyElseChanged('the list of rules');
}

const eventOf = ({ rule, what, by, changed }: RuleStep): AuditEvent => ({
  id: `rule#${rule.id}#${rule.version}#${what}`,
  schema: 1,
  what,
  at: rule.changedAt,
  by: { kind: 'user', id: by },
  on: `rule#${rule.id}`,
  detail: { version: rule.version, ...(changed && { changed }) },
});

/** Enough to find a rule by: the rule itself has them all. */
const MOST_NAMES = 20;

function entryOf(rule: Rule): RuleEntry {
  const { id, version, name, state, trigger, access, approval } = rule;
  const groupNames =
    access.kind === 'application-access'
      ? []
      : [...new Set(access.choices.flatMap(({ groups }) => groups.map((group) => group.name)))];
  return {
    id,
    version,
    name,
    state,
    trigger,
    kind: access.kind,
    connectionIds: connectionsOf(rule),
    groupNames: groupNames.slice(0, MOST_NAMES),
    approval,
  };
}
