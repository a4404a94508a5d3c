import { z } from 'zod';
import type { FaultRule } from '../faults';

const status = z.int().min(100).max(599);

const effect = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['crash', 'lose-response', 'timeout', 'duplicate', 'stale']) }),
  z.strictObject({
    kind: z.literal('error'),
    status,
    body: z.string().exactOptional(),
    headers: z.record(z.string(), z.string()).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('answer'), body: z.string() }),
  z.strictObject({ kind: z.literal('delay'), ms: z.number().nonnegative() }),
]);

const match = z.strictObject({
  service: z.enum(['kvs', 'jira', 'confluence', 'egress', 'event', 'queue', 'bridge']).exactOptional(),
  operation: z.string().exactOptional(),
  key: z.string().exactOptional(),
  attempt: z.int().positive().exactOptional(),
  phase: z.enum(['before', 'after']).exactOptional(),
});

const rule = z.strictObject({
  id: z.string().min(1),
  match,
  effect,
  minFires: z.int().nonnegative().exactOptional(),
  maxFires: z.int().positive().exactOptional(),
});

/** One fault or several, as a script declares them. */
export const faultRules: z.ZodType<readonly FaultRule[]> = z.preprocess(
  (declared) => [declared].flat(),
  z.array(rule),
);
