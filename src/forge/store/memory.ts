import { createHash } from 'node:crypto';
import { kvs } from '@forge/kvs';
import { z } from 'zod';
import type { Decides, Remember } from '../../connectors/installation';
import { logFailure } from '../log';

/** Nothing may be older than what it decides allows, whatever a connector asks for. */
const MOST_SECONDS: Readonly<Record<Decides, number>> = { giving: 300, taking: 900, manner: 365 * 86_400 };
/** The platform keeps 240 KiB under one key. What is longer is read every time. */
const MOST_CHARACTERS = 200_000;

const kept = z.object({ at: z.iso.datetime(), value: z.unknown() });

const keyOf = (scope: string, key: string): string =>
  `memory#${scope}#${createHash('sha256').update(key).digest('hex').slice(0, 40)}`;

/**
 * What connectors remember of one site. The platform may still show a record up to 48 hours after its end, so its own
 * instant is what counts. A store that is out of order costs calls and nothing else.
 * https://developer.atlassian.com/platform/forge/runtime-reference/storage-api-basic/
 */
export const createMemory =
  (scope: string, now: () => Date): Remember =>
  async ({ key, decides = 'giving', forSeconds, shape }, read) => {
    const seconds = Math.min(forSeconds, MOST_SECONDS[decides]);
    const name = keyOf(scope, key);
    const found = kept.safeParse(await find(name));
    if (found.success) {
      const age = now().getTime() - new Date(found.data.at).getTime();
      const value = shape.safeParse(found.data.value);
      if (age >= 0 && age < seconds * 1_000 && value.success) return value.data;
    }
    // Before it is read: what changes meanwhile must not look younger than it is.
    const at = now().toISOString();
    const value = await read();
    if (JSON.stringify(value).length <= MOST_CHARACTERS)
      await keep(name, { at, value }, keptSeconds(decides));
    return value;
  };

/** One fact may serve gifts and removals. */
const keptSeconds = (decides: Decides): number => Math.max(MOST_SECONDS[decides], MOST_SECONDS.taking);

async function find(name: string): Promise<unknown> {
  try {
    return await kvs.get<unknown>(name);
  } catch (error) {
    logFailure(error);
    return undefined;
  }
}

async function keep(name: string, record: z.output<typeof kept>, seconds: number): Promise<void> {
  try {
    await kvs.set(name, record, { ttl: { value: seconds, unit: 'SECONDS' } });
  } catch (error) {
    logFailure(error);
  }
}
