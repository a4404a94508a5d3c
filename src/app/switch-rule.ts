import type { z } from 'zod';
import type { VersionedRef } from '../contract/inputs';
import { overlap } from '../domain/match-rule';
import { Fault } from '../domain/fault';
import type { Rule } from '../domain/rule';
import type { Ports } from './ports';
import { readRule, stamp } from './save-rule';
import { writeRule } from './write-rule';

type Input = z.output<typeof VersionedRef>;

/** Turns a rule on or off. Requests that are under way are not touched: they keep their version. */
export const switchRule =
  (ports: Ports, state: Rule['state']) =>
  async ({ id, version }: Input, by: string): Promise<Rule> => {
    const { book, before } = await readRule(ports, id, version);
    if (before.state === state) return before;
    if (state === 'enabled') {
      const rival = book.entries.find(
        (entry) => entry.id !== id && entry.state === 'enabled' && overlap(entry.trigger, before.trigger),
      );
      if (rival) {
        throw new Fault('conflict', `The rule “${rival.name}” answers the same requests.`, {
          remedy:
            'Give both a condition on the same field, with other options, or disable one of them first.',
        });
      }
    }
    const rule: Rule = { ...before, version: version + 1, state, ...stamp(ports, by) };
    await writeRule(ports, { book, rule, what: state === 'enabled' ? 'rule.enabled' : 'rule.disabled', by });
    return rule;
  };

/** Deletes a rule. Its versions stay: requests and grants that came from it are explained by them. */
export const deleteRule =
  (ports: Ports) =>
  async ({ id, version }: Input, by: string): Promise<{ id: string }> => {
    const { book, before } = await readRule(ports, id, version);
    const rule = { ...before, version: version + 1, ...stamp(ports, by) };
    await writeRule(ports, { book, rule, what: 'rule.deleted', by });
    return { id };
  };
