import { Fault } from '../domain/fault';

export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
  /** More match than can be listed: only a longer query finds them. */
  readonly isCut?: boolean;
}

/** Something that can be picked, or is shown with the reason why it cannot. */
export interface Option {
  readonly id: string;
  readonly name: string;
  /** A second line: a group's kind, a person's title or e-mail when visible. */
  readonly detail?: string;
  readonly avatarUrl?: string;
  /** Why it cannot be chosen. Absent: it can. */
  readonly blocked?: string;
}

/**
 * What groups are picked for. `default`: a connection gives them by default, so they have to open the application.
 * `membership`: a rule gives them, whatever they open. `privileged`: as that, and they may make admins.
 */
export interface Choosing {
  readonly purpose?: 'default' | 'membership' | 'privileged';
}

/** Walks every page. A cursor that stands still is a bug in a connector, not a reason to spin. */
export async function* pages<T>(fetch: (cursor?: string) => Promise<Page<T>>): AsyncGenerator<T> {
  let cursor: string | undefined;
  do {
    const page = await fetch(cursor);
    yield* page.items;
    if (page.next !== undefined && page.next === cursor) {
      throw new Fault('unexpected', 'The application repeated a page of its list.');
    }
    cursor = page.next;
  } while (cursor !== undefined);
}
