import { sweep } from '../app/discard';
import { watch } from '../app/watch';
import type { Ports } from '../app/ports';
import type { PortsFor } from './command';
import { readInvocation } from './invocation';
import { logFailure } from './log';

type Scheduled = (event: unknown, context: unknown) => Promise<{ statusCode: number }>;

/** A schedule is not repeated when it fails: the failure is logged, and the next round makes up for it. */
const scheduled =
  (portsFor: PortsFor, round: (ports: Ports) => () => Promise<unknown>): Scheduled =>
  async (_event, context) => {
    await Promise.resolve()
      .then(() => round(portsFor(readInvocation(context)))())
      .catch(logFailure);
    return { statusCode: 204 };
  };

/** Every hour: credentials that were proven and never used, or replaced, are deleted. */
export const createOnHour = (portsFor: PortsFor): Scheduled => scheduled(portsFor, sweep);

/** Every day: each connection is checked, and the end of each token announced in time. */
export const createOnDay = (portsFor: PortsFor): Scheduled => scheduled(portsFor, watch);
