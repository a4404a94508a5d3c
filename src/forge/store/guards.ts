import { ForgeKvsAPIError, kvs } from '@forge/kvs';
import { z } from 'zod';
import { FREE, type Guard } from '../../app/ports';
import { entities, keys } from './keys';

const shape = z.object({ holds: z.string() });
const guards = () => kvs.entity<z.output<typeof shape>>(entities.guard);

/** What a guard holds now. One that was never written is free. */
export async function readGuard(on: Guard['on']): Promise<string> {
  const value: unknown = await guards().get(keys.guard(on));
  return value === undefined ? FREE : shape.parse(value).holds;
}

/**
 * Puts a free guard where there is none, so that its condition is about something that exists: what a condition on a
 * missing key means is not documented. An existing guard is left as it is.
 */
export async function makeReady(on: Guard['on']): Promise<void> {
  try {
    await guards().set(keys.guard(on), { holds: FREE }, { keyPolicy: 'FAIL_IF_EXISTS' });
  } catch (error) {
    if (!(error instanceof ForgeKvsAPIError) || error.code !== 'KEY_CONFLICT') throw error;
  }
}
