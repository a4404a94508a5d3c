import { Refusal } from './answers';

const SECOND = 1_000;
const MINUTE = 60_000;

/** https://developer.atlassian.com/platform/forge/limits-kvs-ce/ Per installation, and bytes a second per key. */
const REQUESTS_PER_SECOND = 1_000;
const UNITS_PER_MINUTE = 4_000;
const KEY_BYTES_PER_SECOND = { read: 12_000_000, write: 1_000_000 };
const UNIT_BYTES = 10_000;

export const unitsOf = (bytes: number): number => Math.max(1, Math.ceil(bytes / UNIT_BYTES));

interface Window {
  readonly start: number;
  used: number;
}

export interface Use {
  readonly kind: 'read' | 'write';
  readonly bytes: number;
  readonly key?: string;
}

/** Counts one installation's use of the storage against the documented rates. */
export class Meter {
  private windows = new Map<string, Window>();

  /** Counts a request and refuses it when the installation has used up what it may. */
  admit(kind: Use['kind'], now: number): void {
    const requests = this.window('requests', SECOND, now);
    requests.used += 1;
    if (requests.used > REQUESTS_PER_SECOND) {
      throw new Refusal('TOO_MANY_REQUESTS', 'Too many requests a second.', 429);
    }
    if (this.window(kind, MINUTE, now).used >= UNITS_PER_MINUTE) throw tooMuch();
  }

  charge(kind: Use['kind'], bytes: number, now: number): void {
    this.window(kind, MINUTE, now).used += unitsOf(bytes);
  }

  /** What one key may bear. Asked before a write happens, and after a read is known. */
  weigh({ kind, bytes, key }: Use, now: number): void {
    if (key === undefined) return;
    const window = this.window(`${kind} ${key}`, SECOND, now);
    window.used += bytes;
    if (window.used > KEY_BYTES_PER_SECOND[kind]) throw tooMuch();
  }

  private window(name: string, length: number, now: number): Window {
    const start = Math.floor(now / length) * length;
    const known = this.windows.get(name);
    if (known?.start === start) return known;
    if (name === 'requests') this.forgetBefore(now - MINUTE);
    const fresh = { start, used: 0 };
    this.windows.set(name, fresh);
    return fresh;
  }

  private forgetBefore(moment: number): void {
    for (const [name, { start }] of this.windows) if (start < moment) this.windows.delete(name);
  }
}

const tooMuch = () =>
  new Refusal('RATE_LIMIT_EXCEEDED', 'The rate limit of the storage has been exceeded.', 429);
