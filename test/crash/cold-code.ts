import { createRequire } from 'node:module';
import { join } from 'node:path';
import { sourceCode, type CodeLoader } from '../../tools/simulator/forge/app';

const ROOT = join(__dirname, '../..');
const load = createRequire(__filename) as (path: string) => ReturnType<CodeLoader>;

/**
 * The app's sources, in a process of their own after each crash: nothing that a module has kept outlives it. To load
 * them all takes a while, so the first process is the one that runs already.
 */
export function coldCode(): { readonly code: CodeLoader; readonly begun: () => number } {
  let begun = 0;
  const code: CodeLoader = (module) => {
    begun += 1;
    if (begun === 1) return sourceCode(ROOT)(module);
    let loaded: ReturnType<CodeLoader> = {};
    jest.isolateModules(() => {
      loaded = load(join(ROOT, 'src', module));
    });
    return loaded;
  };
  return { code, begun: () => begun };
}
