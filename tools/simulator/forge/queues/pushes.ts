import { randomUUID } from 'node:crypto';
import type { SiteResponse } from '../../atlassian/wire';
import type { QueueDelivery } from '../delivery/delivery';
import { chosen, type Subject } from '../delivery/switches';
import type { Doors } from '../doors';
import type { Invocation } from '../invocation';
import type { AppConsumer } from '../manifest';
import { BACKGROUND_LIMIT_S } from '../time-limits';
import { answer } from './answers';
import { keyOf, type Push } from './shapes';

const KB = 1_024;
const MINUTE = 60_000;
/** https://developer.atlassian.com/platform/forge/limits-async-events/ */
const LIMITS = { eventsPerMinute: 500, pushKb: 200, eventKbOfLongRuns: 100, pushesPerChain: 1_000 };

interface Entry {
  readonly event: Push['payload'][number];
  readonly subject: Subject;
}

/** Puts pushed events in line for their consumer, within the documented limits. */
export class Pushes {
  /** When how many events were pushed, of each installation. */
  private readonly pushed = new Map<string, readonly { readonly at: number; readonly events: number }[]>();

  constructor(private readonly doors: Doors) {}

  take(invocation: Invocation, push: Push): SiteResponse {
    const { manifest, line, switches } = this.doors;
    const { queueName: queue, jobId: job, payload } = push;
    const installation = invocation.options.installation.id;
    const consumer = manifest.consumers.find((entry) => entry.queue === queue);
    if (!consumer) return answer(400, { message: `No consumer listens to the queue ${queue}.` });
    const tooLarge = this.tooLarge(consumer, payload);
    if (tooLarge !== undefined) return answer(413, { errorMessage: tooLarge });
    if (!this.hasRoom(installation, payload.length)) return answer(429, { message: 'Too many requests.' });
    const chain = invocation.options.chain ?? invocation.id;
    if (line.countPush(chain) > LIMITS.pushesPerChain)
      return answer(405, { message: 'The limit on cyclic invocation has been reached.' });

    const entries = payload.map((event): Entry => ({
      event,
      subject: { name: queue, key: keyOf(event.body), body: event.body },
    }));
    const refused = new Set(entries.filter(({ subject }) => chosen(switches.queues.refused, subject)));
    line.openJob({ installation, queue, job });
    const origin = { installation, module: consumer.key, job, chain };
    line.add(...entries.filter((one) => !refused.has(one)).flatMap((one) => this.deliveries(one, origin)));
    if (refused.size === 0) return answer(201, {});
    const failed = entries.flatMap((one, index) => (refused.has(one) ? [index] : []));
    const errorMessage = 'The event was not recorded.';
    return answer(202, { failedEvents: failed.map((index) => ({ index, errorMessage })) });
  }

  private deliveries({ event, subject }: Entry, origin: Origin): readonly QueueDelivery[] {
    const { clock, switches } = this.doors;
    const delayMs = (event.delayInSeconds ?? 0) * 1_000 + chosen(switches.queues.delayMs, subject);
    const delivery: QueueDelivery = {
      kind: 'queue',
      ...origin,
      name: subject.name,
      key: subject.key,
      since: clock.time(),
      dueAt: clock.time() + delayMs,
      tries: 0,
      argument: { ...event, eventId: randomUUID() },
    };
    return Array.from({ length: 1 + chosen(switches.queues.duplicates, subject) }, () => delivery);
  }

  private tooLarge({ function: key }: AppConsumer, payload: Push['payload']): string | undefined {
    if (kbOf(payload) > LIMITS.pushKb) return `The maximum payload size is ${LIMITS.pushKb}KB.`;
    const runsLong = (this.doors.manifest.functions.get(key)?.timeoutSeconds ?? 0) > BACKGROUND_LIMIT_S;
    if (!runsLong || payload.every((event) => kbOf(event) <= LIMITS.eventKbOfLongRuns)) return undefined;
    return `The maximum event size for long running functions is ${LIMITS.eventKbOfLongRuns}KB.`;
  }

  private hasRoom(installation: string, events: number): boolean {
    const now = this.doors.clock.time();
    const recent = (this.pushed.get(installation) ?? []).filter(({ at }) => at > now - MINUTE);
    const sum = recent.reduce((all, one) => all + one.events, events);
    if (sum > LIMITS.eventsPerMinute) return false;
    this.pushed.set(installation, [...recent, { at: now, events }]);
    return true;
  }
}

type Origin = Pick<QueueDelivery, 'installation' | 'module' | 'job' | 'chain'>;

const kbOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value)) / KB;
