import { showUnreachable } from './unreachable';

/** The bridge throws on import when Jira has not put its side in place, so it is only imported after a look. */
const hasBridge = (): boolean => typeof Reflect.get(globalThis, '__bridge') === 'object';

/** Rejects with whatever kept the page from starting, once the reader has been told. */
export async function open(root: HTMLElement): Promise<void> {
  if (!hasBridge()) return showUnreachable(root, 'outside');
  try {
    const { start } = await import('./start');
    await start(root);
  } catch (error) {
    showUnreachable(root, 'silent');
    throw error;
  }
}
