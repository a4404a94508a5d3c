import type { InvocationRecord } from './platform';

/** https://developer.atlassian.com/platform/forge/limits-invocation/ */
const MAX_REQUEST_BYTES = 500_000;
const MAX_RESPONSE_BYTES = 5_000_000;

/** What a page is told when a function did not answer: that it did not, and nothing of why. */
export class PlatformError extends Error {
  override readonly name = 'PlatformError';

  constructor(
    message: string,
    readonly outcome: InvocationRecord['outcome'] | 'refused',
    readonly invocationId?: string,
  ) {
    super(message);
  }
}

/** What the page sent, as it arrives: JSON, of bounded size. */
export function fitRequest(payload: unknown): unknown {
  const text = JSON.stringify(payload);
  if (text !== undefined && Buffer.byteLength(text) > MAX_REQUEST_BYTES) {
    throw new PlatformError('The request is larger than 500 KB.', 'refused');
  }
  return clone(text);
}

/** What the function answered, as it leaves. Throws for what is no JSON. */
export function fitResponse(result: unknown): unknown {
  const text = JSON.stringify(result);
  if (text !== undefined && Buffer.byteLength(text) > MAX_RESPONSE_BYTES) {
    throw new RangeError('The response is larger than 5 MB.');
  }
  return clone(text);
}

const clone = (text: string | undefined): unknown => (text === undefined ? undefined : JSON.parse(text));
