import type { SiteResponse } from '../../atlassian/wire';

/** A request that the storage does not carry out, with one of its error codes. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

/** What became of one request, and how many bytes it read or wrote. */
export interface KvsResult {
  /** Absent: an empty answer. */
  readonly body?: unknown;
  readonly readBytes?: number;
  readonly writtenBytes?: number;
}

export const sizeOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value) ?? '');

export const toResponse = ({ body }: KvsResult): SiteResponse =>
  body === undefined
    ? { status: 204, headers: {}, body: '' }
    : { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };

export const toRefusal = ({ code, message, status }: Refusal, traceId: string): SiteResponse => ({
  status,
  headers: { 'content-type': 'application/json', 'x-b3-traceid': traceId },
  body: JSON.stringify({ code, message }),
});
