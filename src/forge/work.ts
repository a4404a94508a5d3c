import { ForgeKvsAPIError } from '@forge/kvs';
import { z } from 'zod';
import type { Work } from '../app/governance-ports';
import type { Performed } from '../app/perform';
import type { Ports } from '../app/ports';
import { Fault } from '../domain/fault';
import { again } from './again';
import type { PortsFor } from './command';
import { readInvocation } from './invocation';
import { logFailure } from './log';
import { WORK_SCHEMA } from './queue';

/** The manifest's. */
const SECONDS = 120;
const SOON_SECONDS = 30;
/** Then it is left to the sweep, which finds whatever still waits. */
const MOST_RETRIES = 12;
const MOST_UNFORESEEN = 3;

const schema = z.literal(WORK_SCHEMA);
const instant = z.iso.datetime().transform((text) => new Date(text));
const body: z.ZodType<Work> = z
  .discriminatedUnion('kind', [
    z.object({ schema, kind: z.literal('request'), issueId: z.string() }),
    // Those of an earlier version may carry the instant of an alarm. Nobody needs it any more.
    z.object({ schema, kind: z.literal('grant'), issueId: z.string(), grantId: z.string() }),
    z.object({ schema, kind: z.literal('ends'), slot: instant, root: instant }),
  ])
  .transform(({ schema: _version, ...work }) => work);
const delivery = z.object({ body, retryContext: z.object({ retryCount: z.int() }).optional() });

type Perform = (ports: Ports) => (work: Work) => Promise<Performed>;

/**
 * One piece of work from the queue. What asks for another try is delivered again; what nobody foresaw is, too, a few
 * times: the network has bad moments that nobody names. What cannot be read is logged and let go.
 */
export const createOnWork =
  (portsFor: PortsFor, perform: Perform) => async (event: unknown, context: unknown) => {
    const parsed = delivery.safeParse(event);
    if (!parsed.success) {
      logFailure(new Error('A piece of work cannot be read. It was let go.', { cause: parsed.error }));
      return undefined;
    }
    const { body: work, retryContext } = parsed.data;
    const next = await outcomeOf(() => perform(portsFor(readInvocation(context, SECONDS)))(work));
    if (next === undefined) return undefined;
    if ((retryContext?.retryCount ?? 0) < next.retries) return again(next.seconds);
    logFailure(new Error('A piece of work was tried too often. It is left to the sweep.'));
    return undefined;
  };

interface Next {
  readonly seconds: number;
  /** How often it is tried again at the most. */
  readonly retries: number;
}

/** After how many seconds it is to be tried again, if at all. */
async function outcomeOf(run: () => Promise<Performed>): Promise<Next | undefined> {
  try {
    const performed = await run();
    return performed === 'done' ? undefined : { seconds: performed.again, retries: MOST_RETRIES };
  } catch (error) {
    logFailure(error);
    // The storage refuses when it is asked too much, and has bad moments: they pass.
    if (error instanceof ForgeKvsAPIError) return { seconds: SOON_SECONDS, retries: MOST_RETRIES };
    if (!(error instanceof Fault)) return { seconds: SOON_SECONDS, retries: MOST_UNFORESEEN };
    if (!error.retryable) return undefined;
    return { seconds: error.retryAfterSeconds ?? SOON_SECONDS, retries: MOST_RETRIES };
  }
}
