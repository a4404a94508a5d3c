import { kvs } from '@forge/kvs';
import type { Holdings } from '../../app/governance-ports';
import { keys } from './keys';
import { holding } from './shapes-grant';

export const kvsHoldings: Holdings = {
  async find(id) {
    const value: unknown = await kvs.get(keys.holding(id));
    return value === undefined ? undefined : holding.parse(value);
  },
};
