import { showUnreachable } from './unreachable';

/** The bridge throws on import when Jira has not put its side in place, so it is only imported after a look. */
const hasBridge = (): boolean => typeof Reflect.get(globalThis, '__bridge') === 'object';

export async function open(root: HTMLElement): Promise<void> {
  if (!hasBridge()) return showUnreachable(root, 'outside');
  try {
    const { start } = await import('./start');
    await start(root);
  } catch (error) {
    console.warn('The page could not start.', error);
    showUnreachable(root, 'silent');
  }
}
