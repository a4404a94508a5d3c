/** What comes over the bridge is the app's: nothing about its shape is taken for granted. */
export const field = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

export function textOf(value: unknown, key: string): string | undefined {
  const found = field(value, key);
  return typeof found === 'string' ? found : undefined;
}

export type Callable = (...args: readonly unknown[]) => unknown;

export const isCallable = (value: unknown): value is Callable => typeof value === 'function';

export function functionOf(value: unknown, key: string): Callable | undefined {
  const found = field(value, key);
  return isCallable(found) ? found : undefined;
}

export const listOf = (value: unknown, key: string): readonly unknown[] => {
  const found = field(value, key);
  return Array.isArray(found) ? found : [];
};

/** The element that the server put on the page under this id. */
export function element<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page lacks #${id}.`);
  return found;
}
