import { z } from 'zod';
import type { Caller, SiteResponse } from '../atlassian/wire';
import type { Scene } from './layout';

/** What the site answers to the person at the page. */
export type Told<Value> = { readonly ok: true; readonly value: Value } | Refused;

export interface Refused {
  readonly ok: false;
  readonly status: number;
  readonly message: string;
  /** By field id, as far as the site tells. */
  readonly errors: Readonly<Record<string, string>>;
}

export interface Wanted {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
}

/** A session in a browser knows no scopes, only the person's own rights: these are all that the pages' calls need. */
const SCOPES = [
  ...['read:jira-user', 'read:jira-work', 'write:jira-work'],
  ...['read:servicedesk-request', 'write:servicedesk-request', 'manage:servicedesk-customer'],
];

const callerOf = ({ session: { person } }: Scene): Caller =>
  person ? { kind: 'user', accountId: person.accountId, scopes: SCOPES } : { kind: 'header' };

/** One call of the site's own API with the rights of the person who looks at the page, and no others. */
export async function asPerson<Shape extends z.ZodType>(
  scene: Scene,
  { method = 'GET', path, body }: Wanted,
  shape: Shape,
): Promise<Told<z.output<Shape>>> {
  const { site } = scene.stage;
  const answer = await site.handle({
    method,
    url: new URL(path, site.baseUrl),
    headers: {
      accept: 'application/json',
      'x-atlassian-token': 'no-check',
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    caller: callerOf(scene),
  });
  if (answer.status >= 400) return refusedBy(answer);
  return { ok: true, value: shape.parse(answer.body === '' ? undefined : JSON.parse(answer.body)) };
}

/** For calls whose answer says no more than that it worked. */
export const done = z.unknown();

const jsmError = z.object({ errorMessage: z.string() });
const jiraErrors = z.object({
  errorMessages: z.array(z.string()).default([]),
  errors: z.record(z.string(), z.string()).default({}),
});
const otherError = z.object({ message: z.string() });

function refusedBy({ status, body }: SiteResponse): Refused {
  const said = jsonOf(body);
  const jsm = jsmError.safeParse(said);
  if (jsm.success) return { ok: false, status, message: jsm.data.errorMessage, errors: {} };
  const other = otherError.safeParse(said);
  if (other.success) return { ok: false, status, message: other.data.message, errors: {} };
  const { errorMessages, errors } = jiraErrors.catch({ errorMessages: [], errors: {} }).parse(said);
  const message =
    errorMessages.join(' ') || (Object.keys(errors).length > 0 ? '' : `Jira answered ${status}.`);
  return { ok: false, status, message, errors };
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
