import { current, type Running } from './current';
import { VirtualTimeout } from './timers';

const LEVELS: ReadonlySet<PropertyKey> = new Set(['debug', 'error', 'info', 'log', 'trace', 'warn']);

let users = 0;
let restore: (() => void) | undefined;

/**
 * Puts the platform's globals in place, once for all hosts of the process. Each of them looks at the invocation it is
 * used in, and outside one does what it always did. Must run before app code loads, because `@forge/api` keeps the
 * `fetch` that it finds then. Answers the way to take them away again.
 */
export function installGlobals(): () => void {
  users += 1;
  restore ??= replaceGlobals();
  let mine = true;
  return () => {
    if (mine) users -= 1;
    mine = false;
    if (users > 0) return;
    restore?.();
    restore = undefined;
  };
}

function replaceGlobals(): () => void {
  const { fetch, Date, setTimeout, clearTimeout, AbortSignal, console } = globalThis;
  return replace({
    __forge_runtime__: { get: () => current.getStore()?.runtime },
    __forge_fetch__: { value: platformFetch },
    fetch: { value: choose((running) => running.fetchOutside, fetch) },
    Date: { value: virtualDate(Date) },
    setTimeout: { value: virtualSetTimeout(setTimeout) },
    clearTimeout: {
      value: (timer: Parameters<typeof clearTimeout>[0]) =>
        timer instanceof VirtualTimeout ? timer.close() : clearTimeout(timer),
    },
    AbortSignal: { value: virtualAbortSignal(AbortSignal) },
    console: { value: capturedConsole(console) },
  });
}

function replace(globals: Readonly<Record<string, PropertyDescriptor>>): () => void {
  const before = Object.keys(globals).map(
    (name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const,
  );
  for (const [name, descriptor] of Object.entries(globals)) {
    const writable = 'value' in descriptor && { writable: true };
    Object.defineProperty(globalThis, name, {
      configurable: true,
      enumerable: true,
      ...writable,
      ...descriptor,
    });
  }
  return () => {
    for (const [name, descriptor] of before) {
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    }
  };
}

const platformFetch: Running['callPlatform'] = async (target, path, init) => {
  const running = current.getStore();
  if (!running) throw new Error('Forge runtime not found.');
  return running.callPlatform(target, path, init);
};

type Fetch = typeof globalThis.fetch;

const choose =
  (inside: (running: Running) => Fetch, outside: Fetch): Fetch =>
  (...args) => {
    const running = current.getStore();
    return (running ? inside(running) : outside)(...args);
  };

/** The real constructor for everyone, except that inside an invocation "now" is the platform's. */
function virtualDate(RealDate: DateConstructor): DateConstructor {
  const now = () => current.getStore()?.now() ?? RealDate.now();
  const proxy: DateConstructor = new Proxy(RealDate, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(
        target,
        args.length > 0 ? args : [now()],
        newTarget === proxy ? target : newTarget,
      ) as object,
    apply: () => new RealDate(now()).toString(),
    get: (target, name): unknown => (name === 'now' ? now : Reflect.get(target, name)),
  });
  return proxy;
}

const virtualSetTimeout = (real: typeof setTimeout): typeof setTimeout =>
  new Proxy(real, {
    apply(target, self, args: Parameters<typeof setTimeout>) {
      const timers = current.getStore()?.timers;
      if (!timers) return Reflect.apply(target, self, args);
      const [run, ms, ...rest] = args;
      return timers.start(() => run(...rest), ms ?? 0);
    },
  });

/** `AbortSignal.timeout` follows the virtual clock too, without driving it on: it never keeps anybody waiting. */
const virtualAbortSignal = (Real: typeof AbortSignal): typeof AbortSignal =>
  new Proxy(Real, {
    get(target, name) {
      if (name !== 'timeout') return Reflect.get(target, name) as unknown;
      return (ms: number) => {
        const timers = current.getStore()?.timers;
        if (!timers) return target.timeout(ms);
        const controller = new AbortController();
        const abort = () =>
          controller.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
        timers.start(abort, ms).unref();
        return controller.signal;
      };
    },
  });

const capturedConsole = (real: Console): Console =>
  new Proxy(real, {
    get(target, name) {
      const running = current.getStore();
      if (!running || !LEVELS.has(name)) return Reflect.get(target, name) as unknown;
      return (...words: unknown[]) => running.log(String(name), words);
    },
  });
