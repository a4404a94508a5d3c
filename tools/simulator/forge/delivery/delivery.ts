import { z } from 'zod';

const Retry = z.object({
  /** How often the app's own doing led to another try. */
  retryCount: z.number(),
  retryReason: z.string(),
  retryData: z.unknown().optional(),
});

/** What a function is told when it is run again. */
export type Retry = Readonly<z.output<typeof Retry>>;

const Common = z.object({
  installation: z.string(),
  /** Key of the trigger or consumer. */
  module: z.string(),
  /** Of the event or of the queue. */
  name: z.string(),
  /** What it is about, for faults and records. */
  key: z.string(),
  /** When it was told or pushed. Epoch milliseconds, like `dueAt`. */
  since: z.number(),
  dueAt: z.number(),
  /** How often it was tried, whoever was to blame. */
  tries: z.number(),
  retry: Retry.exactOptional(),
  /** A declared fault has had its way with it: it is not struck again in this phase. */
  struck: z.enum(['before', 'both']).exactOptional(),
});

const Json = z.record(z.string(), z.unknown());

const EventDelivery = Common.extend({ kind: z.literal('event'), argument: Json });

export const PushedEvent = z.object({
  body: Json,
  delayInSeconds: z.number().exactOptional(),
  concurrency: z.object({ key: z.string().min(1), limit: z.int().positive() }).exactOptional(),
});

const QueueDelivery = Common.extend({
  kind: z.literal('queue'),
  job: z.string(),
  /** All pushes that one first invocation led to. */
  chain: z.string(),
  argument: PushedEvent.extend({ eventId: z.string() }),
});

export const Delivery = z.discriminatedUnion('kind', [EventDelivery, QueueDelivery]);

/** A product event on its way to one trigger. */
export type EventDelivery = Readonly<z.output<typeof EventDelivery>>;

/** A pushed event on its way to the queue's consumer. */
export type QueueDelivery = Readonly<z.output<typeof QueueDelivery>>;

export type Delivery = EventDelivery | QueueDelivery;

/** As it waits, with its number in the line. */
export type Waiting = Delivery & { readonly id: number };
