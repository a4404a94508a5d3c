import type { SiteResponse } from './wire';

/** Ends an operation with an answer, from wherever it is found out. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(readonly answer: SiteResponse) {
    super(`Refused with ${answer.status}`);
  }
}

interface Bounds {
  readonly fallback: number;
  /** Higher values are lowered to it without a word. */
  readonly cap?: number;
  readonly least?: number;
}

/** What was asked for after the question mark. `bad` makes the answer for a value that cannot be read. */
export class Query {
  constructor(
    private readonly params: URLSearchParams,
    private readonly bad: (message: string) => SiteResponse,
  ) {}

  /** An empty value counts as none. */
  text(name: string): string | undefined {
    return this.params.get(name) || undefined;
  }

  all(name: string): readonly string[] {
    return this.params.getAll(name).filter(Boolean);
  }

  /** A comma-separated list. */
  list(name: string): readonly string[] {
    return (this.text(name) ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean);
  }

  flag(name: string): boolean {
    return this.text(name) === 'true';
  }

  int(name: string, { fallback, cap = Infinity, least = 0 }: Bounds): number {
    const raw = this.text(name);
    if (raw === undefined) return fallback;
    if (!/^-?\d{1,9}$/.test(raw) || Number(raw) < least) {
      throw new Refusal(this.bad(`The value '${raw}' of '${name}' is not valid.`));
    }
    return Math.min(Number(raw), cap);
  }

  oneOf<const T extends string>(name: string, allowed: readonly T[]): T | undefined {
    const raw = this.text(name);
    const found = allowed.find((value) => value === raw);
    if (raw !== undefined && found === undefined) {
      throw new Refusal(this.bad(`The value '${raw}' of '${name}' is not one of ${allowed.join(', ')}.`));
    }
    return found;
  }

  with(changes: Readonly<Record<string, number>>): string {
    const next = new URLSearchParams(this.params);
    for (const [name, value] of Object.entries(changes)) next.set(name, String(value));
    return next.toString();
  }
}
