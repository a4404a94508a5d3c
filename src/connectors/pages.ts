import { Fault } from '../domain/fault';

export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
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
