import type { Exchange } from '../../exchange';
import { personOf } from '../../rights';
import { textOfAdf } from '../../work/adf';
import type { Issue } from '../../work/issue';
import type { SearchField } from './field';
import { readMoment } from './moments';

export const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
const some = (ids: readonly string[]): readonly string[] | undefined => (ids.length > 0 ? ids : undefined);

interface Named {
  readonly id: string;
  readonly name: string;
}

/** By id or by name. Several may have one name. */
export const lookUp =
  (all: () => readonly Named[]) =>
  (text: string): readonly string[] | undefined =>
    some(
      all()
        .filter(({ id, name }) => id === text || same(name, text))
        .map(({ id }) => id),
    );

export const plainText = (value: unknown): string => (typeof value === 'string' ? value : textOfAdf(value));

export const hereOf = ({ world, asker }: Exchange) => ({
  now: world.clock.time(),
  timeZone: personOf(asker)?.timeZone ?? 'UTC',
});

export function momentField(
  exchange: Exchange,
  name: string,
  value: (issue: Issue) => number | undefined,
): SearchField {
  const here = hereOf(exchange);
  return { kind: 'amounts', name, value, readAmount: (text) => readMoment(text, here) };
}
