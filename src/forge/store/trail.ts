import { ForgeKvsAPIError, kvs, Sort } from '@forge/kvs';
import { z } from 'zod';
import type { Ports } from '../../app/ports';
import { Fault } from '../../domain/fault';
import { entities } from './keys';
import * as shapes from './shapes';

const record = z.object({ on: z.string(), at: z.string(), body: z.string() });
const PAGE_SIZE = 20;

/** The trail is written by `commit` alone; here it is read. */
export const kvsTrail: Ports['trail'] = {
  async history(on, cursor) {
    const query = kvs
      .entity<z.output<typeof record>>(entities.auditEvent)
      .query()
      .index('by-subject', { partition: [on] })
      .sort(Sort.DESC)
      .limit(PAGE_SIZE);
    const { results, nextCursor } = await (cursor === undefined ? query : query.cursor(cursor))
      .getMany()
      .catch(explainCursor(cursor));
    const items = results.map(({ value }) => {
      const body: unknown = JSON.parse(record.parse(value).body);
      return shapes.auditEvent.parse(body);
    });
    return { items, ...(nextCursor !== undefined && { next: nextCursor }) };
  },
};

/** Cursors are the platform's own and end with it: one that is refused is no bug, the list has to be begun anew. */
const explainCursor = (cursor: string | undefined) => (cause: unknown) => {
  if (cursor === undefined || !(cause instanceof ForgeKvsAPIError) || cause.responseDetails.status !== 400)
    throw cause;
  throw new Fault('invalid', 'This page of the history cannot be read any more. Load the history again.', {
    cause,
  });
};
