import { Fault } from '../domain/fault';
import type { Page } from './connector';

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
