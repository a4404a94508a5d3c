import { NeedsAuthenticationError } from '@forge/api';
import type { Request } from '@forge/resolver';
import type { z } from 'zod';
import type { Ports } from '../app/ports';
import type { Problem, Reply } from '../contract/views';
import { Fault, invalid } from '../domain/fault';
import { requireJiraAdmin } from './admin';
import type { Command, Role } from './define';
import { readInvocation, type Invocation } from './invocation';
import { logFailure } from './log';
import { remedies } from './remedies';

/** https://developer.atlassian.com/platform/forge/limits-invocation/ */
const RESOLVER_SECONDS = 25;

const requireRole: Record<Role, (accountId: string) => Promise<void>> = { 'jira-admin': requireJiraAdmin };

export type PortsFor = (invocation: Invocation) => Ports;

/** The one door of the browser: who, what, then the work, then a reply. No handler repeats any of it. */
export const doorTo =
  (portsFor: PortsFor) =>
  <I, O>(command: Command<I, O>) =>
  async ({ payload, context }: Request<unknown>): Promise<Reply<O>> => {
    try {
      const invocation = readInvocation(context, RESOLVER_SECONDS);
      await requireRole[command.role](invocation.accountId);
      const parsed = command.input.safeParse(payload ?? {});
      if (!parsed.success) throw refusalOf(parsed.error.issues);
      const value = await command.run(portsFor(invocation), parsed.data, invocation.accountId);
      return { ok: true, value };
    } catch (error) {
      if (error instanceof NeedsAuthenticationError) throw error;
      return { ok: false, problem: problemOf(error, logFailure(error)) };
    }
  };

/** What is wrong with `values.name` is shown at the field `name`; what no field is to blame for, in one sentence. */
function refusalOf(issues: readonly z.core.$ZodIssue[]): Fault {
  const shown = issues
    .map(({ path, code, message }) => ({
      path: path[0] === 'values' && path.length > 1 ? path.slice(1, 2) : path,
      message: code === 'invalid_key' ? 'This form has no such field.' : message,
    }))
    .filter(({ path }) => path.length > 0);
  return shown.length > 0
    ? invalid(shown)
    : new Fault('invalid', 'The page sent something unknown. Load it again.');
}

/** A Fault is for the person at the screen. Anything else is a bug and is not explained to them. */
export function problemOf(error: unknown, trace: string): Problem {
  if (!(error instanceof Fault)) {
    return {
      code: 'unexpected',
      message: 'Something went wrong on our side.',
      remedy: remedies.unexpected,
      trace,
    };
  }
  const { code, message, fields, retryAfterSeconds } = error;
  const remedy = error.remedy ?? remedies[code];
  return {
    code,
    message,
    // What a field has to say is the remedy.
    ...(remedy !== undefined && !fields && { remedy }),
    ...(fields && { fields: { ...fields } }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    trace,
  };
}
