import { kvs } from '@forge/kvs';
import type { Rules } from '../../app/governance-ports';
import { keys } from './keys';
import { rule, ruleBook } from './shapes-rule';

/** Rules rest as `rule#id`, each of their versions as `rule#id#version`, and what is known of all as one book. */
export const kvsRules: Rules = {
  async book() {
    const value: unknown = await kvs.get(keys.ruleBook);
    return value === undefined ? { version: 0, entries: [] } : ruleBook.parse(value);
  },
  find: (id) => read(keys.rule(id)),
  findVersion: (id, version) => read(keys.ruleVersion(id, version)),
};

async function read(key: string) {
  const value: unknown = await kvs.get(key);
  return value === undefined ? undefined : rule.parse(value);
}
