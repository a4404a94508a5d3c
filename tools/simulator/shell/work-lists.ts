import { z } from 'zod';
import type { Scene } from './layout';
import { asPerson, type Told } from './work-call';

/** More than these, and nobody reads them on one page. */
const MOST_PAGES = 20;

/** A page of a list of Jira Service Management. */
export const jsmPage = <Item extends z.ZodType>(item: Item) =>
  z.object({ start: z.number(), limit: z.number(), isLastPage: z.boolean(), values: z.array(item) });

/** Every page of such a list. `path` has no query of its own. */
export async function readAll<Item extends z.ZodType>(
  scene: Scene,
  path: string,
  item: Item,
): Promise<Told<readonly z.output<Item>[]>> {
  const all: z.output<Item>[] = [];
  for (let number = 0; number < MOST_PAGES; number += 1) {
    const page = await asPerson(scene, { path: `${path}?start=${all.length}` }, jsmPage(item));
    if (!page.ok) return page;
    all.push(...page.value.values);
    if (page.value.isLastPage) break;
  }
  return { ok: true, value: all };
}
