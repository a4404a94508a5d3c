import type { Site } from '../../simulator/atlassian/site';
import type { Variants } from '../../simulator/atlassian/variants';
import type { Caller } from '../../simulator/atlassian/wire';
import { acme } from '../../simulator/atlassian/worlds/acme';

/** One request that is played on a fresh site, and the status it must come to. */
export interface Scenario {
  /** `document operationId`. */
  readonly operation: string;
  readonly story: string;
  readonly status: number;
  /** Default: the organisation admin, by a token without scopes. */
  readonly as?: Caller;
  readonly via?: 'gateway';
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | readonly (string | number)[]>>;
  /** Sent as JSON; a text is sent as it is. */
  readonly body?: unknown;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly variants?: Partial<Variants>;
  readonly before?: (site: Site) => unknown;
  /** The request breaks the document on purpose. */
  readonly broken?: boolean;
}

export const withToken = ({ email, token }: { readonly email: string; readonly token: string }): Caller => ({
  kind: 'header',
  authorization: `Basic ${Buffer.from(`${email}:${token}`).toString('base64')}`,
});

export const { people, groups, tokens, desk } = acme;
export const someone = people.plainUser.accountId;
export const NOBODY_ID = '712020:00000000-0000-4000-8000-000000000000';
export const NO_GROUP = '00000000-0000-4000-8000-000000000000';

type Rest = Omit<Scenario, 'operation' | 'story' | 'status'>;

/** Writes the scenarios of one operation: a status, its story, and what is particular about the request. */
export const scenariosOf = (operation: string, usual: Rest = {}) => {
  const written: Scenario[] = [];
  const play = (status: number, story: string, more: Rest = {}) => {
    written.push({ operation, status, story, ...usual, ...more });
    return { play, written };
  };
  return { play, written };
};
