import { armEnds } from '../app/arm-ends';
import { sweep } from '../app/discard';
import type { Ports } from '../app/ports';
import { recheck } from '../app/recheck';
import { readAhead } from '../app/read-ahead';
import { reconcile } from '../app/reconcile';
import { revisit } from '../app/revisit';
import { sweepWork } from '../app/sweep-work';
import { watch } from '../app/watch';
import type { PortsFor } from './command';
import { readInvocation } from './invocation';
import { logFailure } from './log';

type Scheduled = (event: unknown, context: unknown) => Promise<{ statusCode: number }>;
type Round = (ports: Ports) => () => Promise<unknown>;

/** A schedule is not repeated when it fails: each failure is logged, and the next round makes up for it. */
const scheduled =
  (portsFor: PortsFor, seconds: number, rounds: readonly Round[]): Scheduled =>
  async (_event, context) => {
    try {
      const ports = portsFor(readInvocation(context, seconds));
      for (const round of rounds) await round(ports)().catch(logFailure);
    } catch (error) {
      logFailure(error);
    }
    return { statusCode: 204 };
  };

/**
 * Every five minutes, in the manifest's 120 seconds: what has to be looked at is put into the queue; then what the next
 * gifts and removals go by is read ahead.
 */
export const createOnFiveMinutes = (portsFor: PortsFor): Scheduled =>
  scheduled(portsFor, 120, [sweepWork('five-minutes'), readAhead]);

/**
 * Every hour, in the manifest's 180 seconds: the same, so that access ends although one schedule has stopped; then the
 * next ends get their alarms, requests that wait are looked at whatever was heard of them, broken connections are tried
 * again, and credentials that were never used, or replaced, are deleted.
 */
export const createOnHour = (portsFor: PortsFor): Scheduled =>
  scheduled(portsFor, 180, [sweepWork('hour'), armEnds, revisit, recheck, sweep]);

/**
 * Every day, in the manifest's 600 seconds: the same once more; then each connection is checked, the end of each token
 * announced, and what was given compared with what is there.
 */
export const createOnDay = (portsFor: PortsFor): Scheduled =>
  scheduled(portsFor, 600, [sweepWork('day'), watch, reconcile]);
