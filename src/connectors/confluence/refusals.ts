import { Fault } from '../../domain/fault';
import type { HttpResponse } from '../connector';
import type { Operation } from './operations';

/** The gateway refused a token that it knows: the operation's scope is missing. */
export class MissingScope extends Fault {
  constructor(
    readonly scope: string,
    cause: unknown,
  ) {
    super('target-forbidden', `The API token lacks the scope ${scope}. Make a new token that has it.`, {
      cause,
    });
  }
}

/** Seconds that the answer asks to wait. */
export function retryAfter({ headers }: Pick<HttpResponse, 'headers'>): number | undefined {
  const told = headers['retry-after']?.trim() ?? '';
  return /^\d{1,5}$/.test(told) ? Number(told) : undefined;
}

/**
 * What a refusal means. Only the status is read: the words of an answer follow the caller's language and may repeat
 * what we sent, so none of them goes any further.
 */
export function faultFor({ status, headers }: Omit<HttpResponse, 'text'>, operation: Operation): Fault {
  const cause = { status, operation: `${operation.method} ${operation.path}` };
  const fault = (code: Fault['code'], message: string) => new Fault(code, message, { cause });
  switch (status) {
    case 400:
      return fault('target-refused', `Atlassian refused when it was asked to ${operation.does}.`);
    case 401:
      return fault(
        'target-unauthorized',
        'Atlassian does not accept the admin email and API token. The token may be wrong, expired or revoked.',
      );
    case 403:
      return fault(
        'target-forbidden',
        `Atlassian does not let the admin account ${operation.does}. Either the account lost an admin role or ` +
          'Confluence, or the IP allowlist of the site keeps this app out.',
      );
    case 404:
      return fault('not-found', `Atlassian found nothing when it was asked to ${operation.does}.`);
    case 409:
      return fault('conflict', `Something else was changed while Atlassian was asked to ${operation.does}.`);
    default:
      return status === 429 || status >= 500
        ? new Fault('target-unavailable', 'Atlassian is busy or out of order. Try again in a while.', {
            cause,
            retryAfterSeconds: retryAfter({ headers }),
          })
        : fault('unexpected', `Atlassian answered with the unforeseen status ${status}.`);
  }
}

/** An answer that says something, but not in a way that this app knows. */
export const unreadable = ({ method, path }: Operation, about: readonly string[]): Fault =>
  new Fault(
    'unexpected',
    'Atlassian answered in a form that this app does not know. Nothing was concluded from it.',
    {
      cause: { operation: `${method} ${path}`, about },
    },
  );
