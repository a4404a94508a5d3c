import { createRequire } from 'node:module';
import { join } from 'node:path';
import { readManifest, type AppManifest } from './manifest';

export type Handler = (payload: unknown, context: unknown) => unknown;

/** Gives the exports of one module of the app: `index` for the handler `index.resolver`. */
export type CodeLoader = (module: string) => Readonly<Record<string, unknown>>;

export interface ForgeApp {
  readonly manifest: AppManifest;
  /** The handler of a function that the manifest declares. */
  readonly handler: (functionKey: string) => Handler;
}

/** The app's own sources, through whatever compiles TypeScript in this process. */
export const sourceCode =
  (root: string): CodeLoader =>
  (module) =>
    load(join(root, 'src', module));

/** What the official bundler put into a folder: one CommonJS file for each module that has handlers. */
export const bundleCode =
  (folder: string): CodeLoader =>
  (module) =>
    load(join(folder, `${module}.cjs`));

/** Loads the app through its manifest. The platform's globals must be in place already: see `installGlobals`. */
export function loadApp({ manifestPath, code }: { manifestPath: string; code: CodeLoader }): ForgeApp {
  const manifest = readManifest(manifestPath);
  const handlers = new Map(
    [...manifest.functions.values()].map(({ key, handler }) => [key, exported(code, handler)]),
  );
  const handler = (functionKey: string) => {
    const found = handlers.get(functionKey);
    if (!found) throw new Error(`The manifest declares no function "${functionKey}".`);
    return found;
  };
  return { manifest, handler };
}

function exported(code: CodeLoader, handler: string): Handler {
  const dot = handler.lastIndexOf('.');
  const [module, name] = [handler.slice(0, dot), handler.slice(dot + 1)];
  const found = code(module)[name];
  if (!isHandler(found))
    throw new Error(`The manifest names the handler ${handler}, which the app does not export.`);
  return found;
}

const isHandler = (value: unknown): value is Handler => typeof value === 'function';
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function load(path: string): Readonly<Record<string, unknown>> {
  const loaded: unknown = createRequire(__filename)(path);
  if (!isRecord(loaded)) throw new Error(`${path} exports nothing.`);
  return loaded;
}
