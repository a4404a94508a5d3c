import type { InvocationRecord } from '../simulator/forge/platform';
import type { Simulator } from '../simulator/simulator';

/** What one call of a page used. */
export interface Use {
  readonly name: string;
  /** Calls to the site that the work itself made, with the token or to find the site. */
  readonly siteCalls: number;
  /** The door's question to Jira: is the caller an administrator? */
  readonly doorCalls: number;
  readonly reads: number;
  readonly writes: number;
  readonly readUnits: number;
  readonly writeUnits: number;
}

const DOOR = 'GET /rest/api/3/mypermissions';

export function useOf(name: string, { siteCalls, storage }: InvocationRecord): Use {
  const door = siteCalls.filter(({ operation, via }) => operation === DOOR && via === 'asUser');
  const { reads, writes, readUnits, writeUnits } = storage;
  return {
    name,
    siteCalls: siteCalls.length - door.length,
    doorCalls: door.length,
    reads,
    writes,
    readUnits,
    writeUnits,
  };
}

/** The record of the last invocation, which has to have gone well. */
export function lastOf({ forge }: Simulator): InvocationRecord {
  const record = forge.invocations().at(-1);
  if (record?.outcome !== 'ok') throw new Error(`The last call failed: ${record?.error ?? 'nothing ran'}`);
  return record;
}

/** The value of a reply. A refusal ends the benchmark: it would measure nothing. */
export async function call<T>(simulator: Simulator, name: string, payload?: unknown): Promise<T> {
  const reply = (await simulator.invoke(name, payload)) as { ok: boolean; value: T; problem?: unknown };
  if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply.problem)}`);
  return reply.value;
}
