export const faultCodes = [
  'invalid',
  'not-allowed',
  'not-confirmed',
  'not-found',
  'conflict',
  'target-unauthorized',
  'target-forbidden',
  'target-refused',
  'target-unavailable',
  'unverified',
  'unexpected',
] as const;
export type FaultCode = (typeof faultCodes)[number];

interface FaultOptions {
  readonly cause?: unknown;
  readonly retryable?: boolean;
  readonly retryAfterSeconds?: number | undefined;
  /** One sentence for each wrong field, under the field's name. */
  readonly fields?: Readonly<Record<string, string>>;
  /** What to do now, where that is not what the code alone would say. */
  readonly remedy?: string;
  /** What exactly a target would not do, where it is known: decides what happens next. */
  readonly reason?: FaultReason;
  /** A target said no to a change, so that nothing can have come of it. */
  readonly isRefusal?: boolean;
}

export const faultReasons = [
  'no-seat',
  'group-external',
  'group-protected',
  'group-gone',
  'person-gone',
  'person-inactive',
  'person-ineligible',
  'connection-gone',
  'too-late',
] as const;
export type FaultReason = (typeof faultReasons)[number];

/** The only error that crosses a layer. An administrator may read `message`; only we may read `cause`. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly retryable: boolean;
  readonly retryAfterSeconds: number | undefined;
  readonly fields: Readonly<Record<string, string>> | undefined;
  readonly reason: FaultReason | undefined;
  readonly remedy: string | undefined;
  readonly isRefusal: boolean;

  constructor(
    readonly code: FaultCode,
    message: string,
    options: FaultOptions = {},
  ) {
    super(message, { cause: options.cause });
    this.retryable = options.retryable ?? code === 'target-unavailable';
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.fields = options.fields;
    this.reason = options.reason;
    this.remedy = options.remedy;
    this.isRefusal = options.isRefusal === true;
  }
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** The first sentence about each field, under the name that the field has on the form. */
export const invalid = (issues: readonly Issue[]): Fault => {
  const fields: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const { path, message } of issues) fields[path.map(String).join('.')] ??= message;
  return new Fault('invalid', 'Some fields need attention. Nothing was saved.', { fields });
};

export const codeOf = (error: unknown): FaultCode => (error instanceof Fault ? error.code : 'unexpected');
