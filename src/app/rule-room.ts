import { Fault } from '../domain/fault';
import type { Rule } from '../domain/rule';
import type { RuleBook } from './governance-ports';

const MOST_RULES = 100;
/** The platform keeps 240 KiB under one key. What is kept back is for what is no save: a rule switched on or off. */
const MOST_BYTES = 200 * 1024;

/** The book of all rules is one record that is read whole, and each rule is one. */
export function mustHaveRoom(book: RuleBook, rule: Rule): void {
  if (book.entries.length > MOST_RULES)
    throw full(`There are ${MOST_RULES} rules already. Delete one that is not needed any more.`);
  if (sizeOf(rule) > MOST_BYTES)
    throw full('This rule is too large to be kept. Name fewer options, groups or people in it.');
  if (sizeOf(book) > MOST_BYTES) {
    throw full(
      'All rules together are too large to be kept. Name fewer people or conditions in this one, or delete one.',
    );
  }
}

const full = (message: string): Fault => new Fault('conflict', message, { remedy: 'Nothing was saved.' });

const sizeOf = (value: RuleBook | Rule): number => new TextEncoder().encode(JSON.stringify(value)).length;
