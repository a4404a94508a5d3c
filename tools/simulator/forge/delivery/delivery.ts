/** What a function is told when it is run again. */
export interface Retry {
  /** How often the app's own doing led to another try. */
  readonly retryCount: number;
  readonly retryReason: string;
  readonly retryData?: unknown;
}

interface Common {
  readonly installation: string;
  /** Key of the trigger or consumer. */
  readonly module: string;
  /** Of the event or of the queue. */
  readonly name: string;
  /** What it is about, for faults and records. */
  readonly key: string;
  /** When it was told or pushed. Epoch milliseconds, like `dueAt`. */
  readonly since: number;
  readonly dueAt: number;
  /** How often it was tried, whoever was to blame. */
  readonly tries: number;
  readonly retry?: Retry;
}

/** A product event on its way to one trigger. */
export interface EventDelivery extends Common {
  readonly kind: 'event';
  readonly argument: Readonly<Record<string, unknown>>;
}

export interface PushedEvent {
  readonly body: Readonly<Record<string, unknown>>;
  readonly delayInSeconds?: number;
  readonly concurrency?: { readonly key: string; readonly limit: number };
}

/** A pushed event on its way to the queue's consumer. */
export interface QueueDelivery extends Common {
  readonly kind: 'queue';
  readonly job: string;
  /** All pushes that one first invocation led to. */
  readonly chain: string;
  readonly argument: PushedEvent & { readonly eventId: string };
}

export type Delivery = EventDelivery | QueueDelivery;

/** As it waits, with its number in the line. */
export type Waiting = Delivery & { readonly id: number };
