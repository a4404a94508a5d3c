/** What expressions do to values. Whatever has no sound meaning throws, and the filter's `onError` decides. */

export const isNull = (value: unknown): value is null | undefined => value === null || value === undefined;

const isSame = (a: unknown, b: unknown) => a === b;

export const has = (from: unknown, key: unknown): boolean =>
  (Array.isArray(from) && key === 'length') ||
  (typeof from === 'object' && from !== null && Object.hasOwn(from, String(key)));

export function own(from: unknown, key: unknown): unknown {
  if (typeof from === 'string' && key === 'length') return from.length;
  if (typeof from === 'object' && from !== null && has(from, key)) {
    const value: unknown = Reflect.get(from, String(key));
    return value;
  }
  throw new TypeError(`There is no ${String(key)}.`);
}

export function truth(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw new TypeError('This is not a Boolean.');
}

export function number(value: unknown): number {
  if (typeof value === 'number') return value;
  throw new TypeError('This is not a number.');
}

export const COMPARISONS: ReadonlyMap<string, (a: unknown, b: unknown) => boolean> = new Map([
  ['==', isSame],
  ['===', isSame],
  ['!=', (a, b) => !isSame(a, b)],
  ['!==', (a, b) => !isSame(a, b)],
  ['<', (a, b) => number(a) < number(b)],
  ['<=', (a, b) => number(a) <= number(b)],
  ['>', (a, b) => number(a) > number(b)],
  ['>=', (a, b) => number(a) >= number(b)],
]);

type OfItem = (item: unknown) => unknown;

const ON_LISTS: ReadonlyMap<string, (list: readonly unknown[], of: OfItem) => unknown> = new Map([
  ['some', (list: readonly unknown[], of: OfItem): unknown => list.some((item) => truth(of(item)))],
  ['every', (list: readonly unknown[], of: OfItem): unknown => list.every((item) => truth(of(item)))],
  ['filter', (list: readonly unknown[], of: OfItem): unknown => list.filter((item) => truth(of(item)))],
  ['map', (list: readonly unknown[], of: OfItem): unknown => list.map((item) => of(item))],
]);

const isFunction = (value: unknown): value is OfItem => typeof value === 'function';

/** `target.name(argument)` for the few methods there are. */
export function callOn(target: unknown, name: string, argument: unknown): unknown {
  if (name === 'includes' && typeof target === 'string' && typeof argument === 'string')
    return target.includes(argument);
  if (!Array.isArray(target)) throw new TypeError(`There is no ${name}() of this.`);
  const list: readonly unknown[] = target;
  if (name === 'includes') return list.some((item) => isSame(item, argument));
  const act = ON_LISTS.get(name);
  if (!act || !isFunction(argument)) throw new TypeError(`There is no ${name}() with this.`);
  return act(list, argument);
}
