import type { VirtualClock } from '../clock';
import type { TellEvent } from '../product-events';
import type { Change } from './change';
import type { Conditions } from './conditions';
import type { DirectoryState } from './directory-state';
import type { Person } from './model';
import type { Query } from './query';
import type { Variants } from './variants';
import type { View } from './view';
import type { SiteResponse } from './wire';
import type { WorkState } from './work/state';

/** One site, as its operations need it. */
export interface World {
  readonly baseUrl: string;
  readonly title: string;
  readonly cloudId: string;
  readonly clock: VirtualClock;
  readonly state: DirectoryState;
  readonly work: WorkState;
  readonly variants: Variants;
  readonly conditions: Conditions;
  apply(change: Change): void;
  /** Tells the site's apps what has happened. */
  readonly tell: TellEvent;
}

/** Who asks. `anonymous` includes bad credentials where an operation does not insist on good ones. */
export type Asker =
  | { readonly kind: 'anonymous'; readonly rejected: boolean }
  | {
      readonly kind: 'token';
      readonly person: Person;
      readonly tokenId: string;
      readonly scopes?: readonly string[];
    }
  | { readonly kind: 'user'; readonly person: Person; readonly scopes: readonly string[] }
  | { readonly kind: 'app'; readonly person: Person; readonly scopes: readonly string[] };

/** One call of one operation. */
export interface Exchange {
  readonly world: World;
  readonly asker: Asker;
  readonly query: Query;
  /** Values of the path's parameters. */
  readonly path: Readonly<Record<string, string>>;
  /** The parsed JSON body, undefined without one. */
  readonly body: unknown;
  /** What reads see now. */
  readonly view: View;
  /** The path asked for, without the gateway's part. */
  readonly pathname: string;
}

export type Play = (exchange: Exchange) => SiteResponse;

export const documents = ['jira', 'confluence-v1', 'confluence-v2', 'jsm'] as const;
export type DocumentName = (typeof documents)[number];

/** One operation that the site plays, named as Atlassian's OpenAPI documents name it. */
export interface Operation {
  readonly document: DocumentName;
  readonly operationId: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** The document's own template; v2 paths without `/wiki/api/v2`. */
  readonly template: string;
  /** Anonymous callers, and bad credentials, are let in as nobody. */
  readonly anonymous?: 'welcome' | 'only-without-credentials';
  /** Requests a second that apps may make; absent: 100. */
  readonly burst?: number;
  /** Atlassian may change it without notice, and wants to hear that its caller knows. */
  readonly experimental?: true;
  /** Every status that it can answer with, besides those of `statusesOfAll`. */
  readonly statuses: readonly number[];
  readonly play: Play;
}
