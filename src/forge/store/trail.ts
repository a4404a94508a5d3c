import { Sort } from '@forge/kvs';
import { z } from 'zod';
import type { Ports } from '../../app/ports';
import { entityQuery, readPage } from './entity-page';
import { entities } from './keys';
import * as shapes from './shapes';

const record = z.object({ on: z.string(), at: z.string(), body: z.string() });
type Row = z.output<typeof record>;
const PAGE_SIZE = 20;

/** The trail is written by `commit` alone; here it is read. */
export const kvsTrail: Ports['trail'] = {
  async history(on, cursor) {
    const query = entityQuery<Row>(entities.auditEvent, 'by-subject', [on]).sort(Sort.DESC).limit(PAGE_SIZE);
    const { rows, ...rest } = await readPage(query, cursor);
    const items = rows.map(({ value }) => {
      const body: unknown = JSON.parse(record.parse(value).body);
      return shapes.auditEvent.parse(body);
    });
    return { items, ...rest };
  },
};
