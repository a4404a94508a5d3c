import { kvs } from '@forge/kvs';
import type { Drafts } from '../../app/ports';
import { keys } from './keys';
import { listAll, readable } from './list';
import * as shapes from './shapes';

export const kvsDrafts: Drafts = {
  list: async () => (await listAll(keys.drafts)).flatMap((row) => readable(shapes.draft, row)),
  find: async (id) => {
    const value: unknown = await kvs.get(keys.draft(id));
    return value === undefined ? undefined : shapes.draft.parse(value);
  },
};
