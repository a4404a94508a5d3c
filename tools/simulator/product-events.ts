/**
 * Something that happened on a site, as Jira tells its apps. `by` is who did it; `byApp` says that it was an app's own
 * account. https://developer.atlassian.com/platform/forge/events-reference/jira/
 */
export interface ProductEvent {
  /** E.g. `avi:jira:updated:issue`. */
  readonly name: string;
  /** Epoch milliseconds, virtual time. */
  readonly at: number;
  readonly by?: string;
  readonly byApp: boolean;
  /** The event without what the platform adds: `issue`, `changelog`, `associatedUsers`, … */
  readonly payload: Readonly<Record<string, unknown>>;
}

export type TellEvent = (event: ProductEvent) => void;
