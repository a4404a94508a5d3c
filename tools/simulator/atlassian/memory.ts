import type { Remember } from '../../../src/connectors/connector';
import type { VirtualClock } from '../clock';

/** A connector's memory beside a simulated site: as JSON, read back through its shape, and never too old. */
export function createMemory(clock: VirtualClock): Remember {
  const kept = new Map<string, { readonly at: number; readonly text: string }>();
  return async ({ key, forSeconds, shape }, read) => {
    const found = kept.get(key);
    if (found && clock.time() - found.at < forSeconds * 1_000) return shape.parse(JSON.parse(found.text));
    const at = clock.time();
    const value = await read();
    kept.set(key, { at, text: JSON.stringify(value) });
    return value;
  };
}
