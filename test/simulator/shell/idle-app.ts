import type { CodeLoader } from '../../../tools/simulator/forge/app';

/** An app whose handlers do nothing: whatever happens on the site, the people there have done it. */
export const idleApp: CodeLoader = () => new Proxy({}, { get: () => () => undefined });
