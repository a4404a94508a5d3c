import type { z } from 'zod';

/** Names of headers are lower-case, here and in the response. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/**
 * One request to the outside. Redirects are not followed. Throws a `Fault('target-unavailable')` when there was no
 * answer: cut off, timed out, or a host that the manifest does not declare.
 */
export type Http = (request: HttpRequest) => Promise<HttpResponse>;

/**
 * What a fact decides. Whether something may be given: then it is never older than five minutes. Whether what was given
 * may be taken back: a quarter of an hour. Nothing but how the target is talked to: a year, which is a token's life.
 */
export type Decides = 'giving' | 'taking' | 'manner';

export interface Remembered<T> {
  /** Names the fact, and whose eyes saw it where that matters. Holds no secret. */
  readonly key: string;
  /** Default: giving. */
  readonly decides?: Decides;
  /** How old it may be here. At most what it decides allows. */
  readonly forSeconds: number;
  /** What was kept is read like any other input. It is kept as JSON. */
  readonly shape: z.ZodType<T>;
}

/**
 * A fact that costs many calls and changes rarely: as it was read lately, or read now. What could not be read is not
 * remembered; what cannot be kept is read every time.
 */
export type Remember = <T>(what: Remembered<T>, read: () => Promise<T>) => Promise<T>;

/** Where the app is installed. The platform knows the site's address, so no administrator is asked for it. */
export interface Installation {
  readonly site: URL;
  readonly cloudId: string;
  readonly http: Http;
  /** Lets time pass, for reads that lag behind a write. */
  readonly wait: (ms: number) => Promise<void>;
  readonly remember: Remember;
}
