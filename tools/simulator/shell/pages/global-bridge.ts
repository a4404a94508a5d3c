import { Channel } from './rpc';

interface ThemeMessage {
  readonly attributes: Readonly<Record<string, string>>;
  readonly styles: readonly { readonly id: string; readonly css: string }[];
}

const frameOrigin = document.currentScript?.dataset['frame'];

/** `@forge/bridge` looks for this before anything else. Outside a frame there is no bridge, as on the platform. */
if (frameOrigin && window.parent !== window) {
  const { port1, port2 } = new MessageChannel();
  const channel = new Channel(port1, (name, arg) => {
    if (name !== 'theme') throw new Error(`The page has no answer to ${name}.`);
    applyTheme(arg as ThemeMessage);
    return undefined;
  });
  // Only the frame's own origin is given the other end.
  window.parent.postMessage('simulator:bridge', frameOrigin, [port2]);
  const callBridge = (name: string, arg?: unknown) => channel.call(name, arg);
  Object.defineProperty(globalThis, '__bridge', { value: Object.freeze({ callBridge }) });
}

function applyTheme({ attributes, styles }: ThemeMessage): void {
  const root = document.documentElement;
  for (const [name, value] of Object.entries(attributes)) root.setAttribute(name, value);
  for (const style of document.head.querySelectorAll('style[data-theme]')) style.remove();
  for (const { id, css } of styles) {
    const style = document.createElement('style');
    style.dataset['theme'] = id;
    style.textContent = css;
    document.head.append(style);
  }
}
