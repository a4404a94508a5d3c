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

const schema = z.literal(WORK_SCHEMA);
const body: z.ZodType<Work> = z
  .discriminatedUnion('kind', [
    z.object({ schema, kind: z.literal('request'), issueId: z.string() }),
    z.object({
      schema,
      kind: z.literal('grant'),
      issueId: z.string(),
      grantId: z.string(),
      alarm: z.string().exactOptional(),
    }),
  ])
  .transform(({ schema: _version, ...work }) => work);
const delivery = z.object({ body, retryContext: z.object({ retryCount: z.int() }).optional() });

type Perform = (ports: Ports) => (work: Work) => Promise<Performed>;

/**
 * One piece of work from the queue. What asks for another try is delivered again; what cannot be read, or is a bug, is
 * logged and let go, for nothing would come of repeating it.
 */
export const createOnWork =
  (portsFor: PortsFor, perform: Perform) => async (event: unknown, context: unknown) => {
    const parsed = delivery.safeParse(event);
    if (!parsed.success) {
      logFailure(new Error('A piece of work cannot be read. It was let go.', { cause: parsed.error }));
      return undefined;
    }
    const { body: work, retryContext } = parsed.data;
    const seconds = await outcomeOf(() => perform(portsFor(readInvocation(context, SECONDS)))(work));
    if (seconds === undefined) return undefined;
    if ((retryContext?.retryCount ?? 0) < MOST_RETRIES) return again(seconds);
    logFailure(new Error('A piece of work was tried too often. It is left to the sweep.'));
    return undefined;
  };

/** After how many seconds it is to be tried again, if at all. */
async function outcomeOf(run: () => Promise<Performed>): Promise<number | undefined> {
  try {
    const performed = await run();
    return performed === 'done' ? undefined : performed.again;
  } catch (error) {
    logFailure(error);
    // The storage refuses when it is asked too much, and has bad moments: they pass.
    if (error instanceof ForgeKvsAPIError) return SOON_SECONDS;
    if (!(error instanceof Fault) || !error.retryable) return undefined;
    return error.retryAfterSeconds ?? SOON_SECONDS;
  }
}
