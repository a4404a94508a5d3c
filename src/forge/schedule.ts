import { sweep } from '../app/discard';
import { watch } from '../app/watch';
import type { PortsFor } from './command';
import { readInvocation } from './invocation';
import { logFailure } from './log';

/** Once a day: forgotten credentials are deleted, every connection is checked. One failing never stops the other. */
export const createOnDay =
  (portsFor: PortsFor) =>
  async (_event: unknown, context: unknown): Promise<{ statusCode: number }> => {
    const ports = portsFor(readInvocation(context));
    for (const round of [sweep(ports), watch(ports)]) {
      await round().catch(logFailure);
    }
    return { statusCode: 204 };
  };
