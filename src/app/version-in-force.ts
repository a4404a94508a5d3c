import { Fault } from '../domain/fault';
import { ruleFits } from '../domain/match-rule';
import type { Rule } from '../domain/rule';
import type { Ticket } from '../domain/ticket';
import type { RuleEntry } from './governance-ports';
import type { Ports } from './ports';

/**
 * The version of a rule that was in force when a ticket was raised: whoever asked, and whoever approved, had no other.
 * Undefined: there was none, it was off, or it was not for such tickets. What was approved under none was approved for
 * people to do by hand. Versions are kept for good, so the newest one is nearly always the first that is read.
 */
export async function versionInForce(
  ports: Ports,
  { id, version: newest }: Pick<RuleEntry, 'id' | 'version'>,
  ticket: Ticket,
): Promise<Rule | undefined> {
  for (let version = newest; version >= 1; version -= 1) {
    const rule = await ports.rules.findVersion(id, version);
    if (!rule) throw new Fault('unexpected', 'The rule of this request cannot be read.');
    if (rule.changedAt > ticket.createdAt) continue;
    return rule.state === 'enabled' && ruleFits(rule.trigger, ticket) ? rule : undefined;
  }
  return undefined;
}
