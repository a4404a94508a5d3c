import { Refusal, sizeOf } from './answers';

/** https://developer.atlassian.com/platform/forge/limits-kvs-ce/ */
export const MAX_KEY_LENGTH = 500;
export const MAX_VALUE_BYTES = 240 * 1024;
export const MAX_SECRET_BYTES = 128 * 1024;
export const MAX_DEPTH = 31;
export const MAX_PAGE = 100;
export const DEFAULT_PAGE = 10;
export const MAX_OPERATIONS = 25;
export const MAX_BULK_BYTES = 4_000_000;
export const MAX_TTL_MS = 365 * 86_400_000;

const LEGAL_KEY = /^(?!\s+$)[a-zA-Z0-9:._\s-#]+$/;

/** The two stores have a word of their own for a key that is empty. */
export function checkKey(key: string, shelf: Shelf): void {
  if (key.length === 0) {
    throw shelf.kind === 'entity'
      ? new Refusal('EMPTY_KEY', 'Key cannot be empty.')
      : new Refusal('KEY_TOO_SHORT', 'The provided key needs to be more than one character.');
  }
  if (key.length > MAX_KEY_LENGTH) {
    throw new Refusal(
      'KEY_TOO_LONG',
      `The provided key has exceeded the maximum ${MAX_KEY_LENGTH} characters.`,
    );
  }
  if (!LEGAL_KEY.test(key))
    throw new Refusal('INVALID_KEY', `The provided key does not match the regex: ${LEGAL_KEY}`);
}

/** One of the three stores of an installation. */
export type Shelf =
  | { readonly kind: 'plain' }
  | { readonly kind: 'secret' }
  | { readonly kind: 'entity'; readonly name: string };

export const nameOfShelf = (shelf: Shelf): string =>
  shelf.kind === 'entity' ? `entity:${shelf.name}` : shelf.kind;

/** A value is a string, number, boolean, array or object of bounded size and depth. */
export function checkValue(value: unknown, shelf: Shelf): void {
  if (value === undefined || value === null) throw new Refusal('INVALID_VALUE', 'A value is required.');
  const limit = shelf.kind === 'secret' ? MAX_SECRET_BYTES : MAX_VALUE_BYTES;
  if (sizeOf(value) > limit) {
    throw new Refusal('MAX_SIZE', 'The provided value has exceeded the maximum size limit.');
  }
  if (depthOf(value) > MAX_DEPTH) {
    throw new Refusal(
      'MAX_DEPTH',
      `The provided value has exceeded the maximum object depth (${MAX_DEPTH}) limit.`,
    );
  }
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Object.values(value).reduce((deepest: number, child) => Math.max(deepest, depthOf(child)), 0);
}

const UNITS = { SECONDS: 1_000, MINUTES: 60_000, HOURS: 3_600_000, DAYS: 86_400_000 };

export interface Ttl {
  readonly value: number;
  readonly unit: keyof typeof UNITS;
}

export function expiryOf(ttl: Ttl | undefined, now: number): number | null {
  if (!ttl) return null;
  const ms = ttl.value * UNITS[ttl.unit];
  if (ms > MAX_TTL_MS) throw new Refusal('INVALID_TTL', 'A TTL can be one year at most.');
  return now + ms;
}
