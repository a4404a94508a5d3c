import { ruleFits } from '../domain/match-rule';
import type { Rule } from '../domain/rule';
import type { Ticket } from '../domain/ticket';
import type { Ports } from './ports';

/**
 * Whether the rule was there, and was for such tickets, when this one was raised: its versions are kept for good. What
 * was approved earlier was approved for people to do by hand. Off and on again, a rule is as old as it was.
 */
export async function wasThere(ports: Ports, rule: Rule, ticket: Ticket): Promise<boolean> {
  for (let version = 1; version <= rule.version; version += 1) {
    const then = version === rule.version ? rule : await ports.rules.findVersion(rule.id, version);
    if (!then || then.changedAt > ticket.createdAt) return false;
    if (then.state === 'enabled' && ruleFits(then.trigger, ticket)) return true;
  }
  return false;
}
