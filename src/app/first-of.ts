import type { Page } from '../connectors/connector';
import type { Ports } from './ports';

interface Search<T> {
  readonly page: (cursor?: string) => Promise<Page<T>>;
  /** Those of a page that are wanted. */
  readonly choose: (items: readonly T[]) => readonly T[] | Promise<readonly T[]>;
  readonly most: number;
}

export interface First<T> {
  readonly items: readonly T[];
  /** There may be more than these. */
  readonly isCut: boolean;
}

/** The first of a list that are wanted, page by page: however many stand before them, they are found. */
export async function firstOf<T>(
  { hasTime }: Pick<Ports, 'hasTime'>,
  { page, choose, most }: Search<T>,
): Promise<First<T>> {
  const found: T[] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await page(cursor);
    found.push(...(await choose(items)));
    cursor = next;
  } while (cursor !== undefined && found.length < most && hasTime());
  return { items: found.slice(0, most), isCut: cursor !== undefined || found.length > most };
}
