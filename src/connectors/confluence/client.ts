import type { z } from 'zod';
import type { Credential, HttpResponse, Installation } from '../connector';
import { addressOf, type Base, type Query } from './address';
import { operations, type Operation } from './operations';
import { faultFor, MissingScope, retryAfter, unreadable } from './refusals';

export interface Ask<T> {
  readonly shape: z.ZodType<T>;
  readonly query?: Query;
  readonly body?: unknown;
}

/** One operation, asked and answered. */
export type Call = <T>(operation: Operation, ask: Ask<T>) => Promise<T>;
/** The same, with the account that the answer says it was given to. */
export type Exchange = <T>(
  operation: Operation,
  ask: Ask<T>,
) => Promise<{ value: T; caller: string | undefined }>;

export interface Client {
  readonly call: Call;
  readonly exchange: Exchange;
}

/** A pause that is shorter than giving up and coming back. */
const BRIEF_SECONDS = 3;

/** One way out: signs, stays on the site, follows no redirect, names every failure, and parses every answer. */
export function createClient(credential: Credential, installation: Installation, base: Base): Client {
  const { http, wait } = installation;
  let accepted = false;

  async function send(
    operation: Operation,
    { query = [], body }: Omit<Ask<unknown>, 'shape'>,
  ): Promise<HttpResponse> {
    const { method } = operation;
    const url = addressOf({ ...installation, base }, operation, query);
    const headers = headersFor(credential, body !== undefined);
    const request = { method, url, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
    const response = await http(request);
    const pause = method === 'GET' && isBusy(response) ? retryAfter(response) : undefined;
    if (pause === undefined || pause > BRIEF_SECONDS) return response;
    await wait(pause * 1000);
    return http(request);
  }

  /** The gateway says 401 to a bad token and to a missing scope alike. The least scope tells whose token it is. */
  async function lacksScope(operation: Operation): Promise<boolean> {
    if (base === 'site' || operation === operations.myself) return false;
    if (accepted) return true;
    const response = await send(operations.myself, {});
    if (response.status !== 200 && response.status !== 401) throw faultFor(response, operations.myself);
    return response.status === 200;
  }

  const exchange: Exchange = async (operation, { shape, ...ask }) => {
    const response = await send(operation, ask);
    if (response.status === 401 && (await lacksScope(operation))) {
      throw new MissingScope(operation.scope, { status: 401, operation: operation.path });
    }
    if (response.status < 200 || response.status > 299) throw faultFor(response, operation);
    const parsed = shape.safeParse(read(response.text));
    if (!parsed.success) {
      throw unreadable(
        operation,
        parsed.error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`),
      );
    }
    if (operation === operations.myself) accepted = true;
    return { value: parsed.data, caller: response.headers['x-aaccountid'] };
  };

  return { exchange, call: async (operation, ask) => (await exchange(operation, ask)).value };
}

const isBusy = ({ status }: HttpResponse): boolean => status === 429 || status === 503;

function headersFor(
  { adminEmail, apiToken }: Credential,
  hasBody: boolean,
): Readonly<Record<string, string>> {
  const basic = Buffer.from(`${adminEmail}:${apiToken.reveal()}`, 'utf8').toString('base64');
  return {
    authorization: `Basic ${basic}`,
    accept: 'application/json',
    ...(hasBody && { 'content-type': 'application/json' }),
  };
}

/** Undefined for no body, and for one that is no JSON: an HTML page fits no shape either. */
function read(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
