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
  /** A process begins: the code is asked for anew. Whether its modules are, too, is up to the loader. */
  readonly restart: () => void;
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
  const begin = () => {
    const once = eachOnce(code);
    return new Map(
      [...manifest.functions.values()].map(({ key, handler }) => [key, exported(once, handler)]),
    );
  };
  let handlers = begin();
  const handler = (functionKey: string) => {
    const found = handlers.get(functionKey);
    if (!found) throw new Error(`The manifest declares no function "${functionKey}".`);
    return found;
  };
  const restart = () => {
    handlers = begin();
  };
  return { manifest, handler, restart };
}

/** One process has one of each module. */
function eachOnce(code: CodeLoader): CodeLoader {
  const loaded = new Map<string, ReturnType<CodeLoader>>();
  return (module) => {
    const found = loaded.get(module) ?? code(module);
    loaded.set(module, found);
    return found;
  };
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
