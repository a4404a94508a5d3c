import type { ForgeApp } from './app';
import { current, type PlatformTarget, type Running } from './current';
import type { Doors } from './doors';
import { Egress } from './egress';
import { Invocation, type InvocationOptions } from './invocation';
import { fitResponse, PlatformError } from './payload';
import type { InvocationRecord } from './platform';
import { requestProduct } from './product-proxy';
import { isQueueCall, QueueDesk } from './queues/desk';
import { contextArgument, runtimeOf } from './runtime';
import { callStorage } from './storage-call';
import { toFetchResponse } from './wire';

/** How many invocations are remembered. */
const MAX_RECORDS = 10_000;

/** Runs the app's functions one invocation at a time, as many at once as are asked for, and remembers what they did. */
export class Runner {
  readonly records: InvocationRecord[] = [];
  private readonly egress: Egress;
  private readonly queues: QueueDesk;

  constructor(
    private readonly app: ForgeApp,
    private readonly doors: Doors,
  ) {
    this.egress = new Egress(doors);
    this.queues = new QueueDesk(doors);
  }

  /** The function's result as JSON, or a rejection that says nothing of the app's own error. */
  async run(options: InvocationOptions, argument: unknown): Promise<unknown> {
    const invocation = new Invocation(options);
    const handler = this.app.handler(options.function);
    const context = contextArgument(this.doors.manifest, options.installation, options.principal);
    try {
      const result = await invocation.run(() =>
        current.run(this.runningOf(invocation), async () => handler(argument, context)),
      );
      const answer = fitResponse(result);
      invocation.end('ok');
      this.remember(invocation.record());
      return answer;
    } catch (error) {
      invocation.end('failed');
      const record = invocation.record(error);
      // Whoever comes next runs in another process.
      if (record.outcome === 'crashed') this.app.restart();
      this.remember(record);
      throw new PlatformError('There was an error invoking the function.', record.outcome, invocation.id);
    }
  }

  private runningOf(invocation: Invocation): Running {
    const { clock, switches } = this.doors;
    const { clockAheadMs } = switches.machines;
    return {
      runtime: runtimeOf(this.doors.manifest, invocation),
      callPlatform: (target, path, init) =>
        invocation.call(async () => toFetchResponse(await this.answer(invocation, target, { path, init }))),
      fetchOutside: (input, init) => invocation.call(() => this.egress.fetch(invocation, input, init)),
      log: (level, words) => {
        if (!invocation.isOver()) invocation.log.write(level, words, invocation.runtimeMs());
      },
      now: () => clock.time() + clockAheadMs,
      ...(invocation.timers && { timers: invocation.timers }),
    };
  }

  private answer(invocation: Invocation, target: PlatformTarget, wanted: Wanted) {
    if (target.type === 'kvs') return callStorage(this.doors, invocation, wanted);
    if (isQueueCall(target, wanted.path)) return this.queues.answer(invocation, wanted);
    if (target.type === 'fpp') return requestProduct(this.doors, invocation, { target, ...wanted });
    throw new Error(`The simulated platform does not reach ${target.type} yet.`);
  }

  private remember(record: InvocationRecord): void {
    this.records.push(record);
    if (this.records.length > MAX_RECORDS) this.records.shift();
  }
}

interface Wanted {
  readonly path: string;
  readonly init: RequestInit | undefined;
}
