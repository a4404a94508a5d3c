import { runInThisContext } from 'node:vm';
import { bridge } from './bridge-stand-in';
import { complaints } from './complaints';

/** What jsdom lacks and every browser has, taken from Node. */
const lent = ['Request', 'Response', 'Headers', 'TextEncoder', 'TextDecoder', 'ReadableStream'];
for (const name of lent) Object.assign(globalThis, { [name]: runInThisContext(name) });

/** A request's address is relative to the page, which Node does not know of. */
const NodeRequest = Request;
class PageRequest extends NodeRequest {
  constructor(address: string, init?: RequestInit) {
    super(new URL(address, document.baseURI), init);
  }
}
Object.assign(globalThis, { Request: PageRequest });

/** jsdom lays nothing out, so there is nothing to scroll, to match or to watch. */
Element.prototype.scrollIntoView = () => undefined;
class NoObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
Object.assign(globalThis, { ResizeObserver: NoObserver, IntersectionObserver: NoObserver });
window.matchMedia = (media) =>
  Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  });

/** Outside Jira nobody answers for Atlaskit's feature flags: they are off. */
Object.assign(globalThis, { __PLATFORM_FEATURE_FLAGS__: { booleanResolver: () => false } });

/** In place before @forge/bridge is imported, as in Jira. */
Object.assign(globalThis, { __bridge: { callBridge: bridge.call } });

/** The focus lock below Atlaskit's dialog, which is not ours: React 18.3 tells its authors of React 19. */
const isOfFocusLock = (words: unknown[]) =>
  String(words[0]).includes('Support for defaultProps will be removed') && words[1] === 'LockToggle';

console.error = (...words: unknown[]) => {
  if (!isOfFocusLock(words)) complaints.push(words.map(String).join(' '));
};
