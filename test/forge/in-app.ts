import { createRequire } from 'node:module';
import type { Ports } from '../../src/app/ports';
import type { Invocation } from '../../src/forge/invocation';
import { createSimulator, type SimulatorOptions } from '../../tools/simulator/simulator';

/** Loaded when first asked for: after the platform's globals are in place, as the app is. */
const load = createRequire(__filename) as (path: '../../src/forge/ports') => {
  portsFor: (invocation: Invocation) => Ports;
};

/** The app's own manifest and its real ports, with the code of a test inside the invocation. */
interface InAppOptions extends Omit<SimulatorOptions, 'code'> {
  /** Handlers of the app to be played beside the test's own code. Default: none of them does anything. */
  readonly handlers?: () => Readonly<Record<string, unknown>>;
  /** Of the next run. A process remembers by it: another one stands for a process that has just begun. */
  readonly cloudId?: () => string;
}

export function inApp({ handlers = () => ({}), cloudId = () => 'site', ...options }: InAppOptions = {}) {
  let act: (ports: Ports) => Promise<void> = async () => undefined;
  const idle = () => undefined;
  const simulator = createSimulator({
    code: () => ({
      resolver: () =>
        act(load('../../src/forge/ports').portsFor({ cloudId: cloudId(), accountId: '', seconds: 25 })),
      ...{ onIssue: idle, onWork: idle, onFiveMinutes: idle, onHour: idle, onDay: idle },
      ...handlers(),
    }),
    ...options,
  });

  /** Runs in an invocation, and gives back what it gave or threw, with its dates. */
  async function run<T>(work: (ports: Ports) => Promise<T>): Promise<T> {
    let outcome: { readonly value: T } | { readonly error: unknown } | undefined;
    act = async (ports) => {
      outcome = await work(ports).then(
        (value) => ({ value }),
        (error: unknown) => ({ error }),
      );
    };
    await simulator.invoke('run');
    if (outcome === undefined) throw new Error('It did not run.');
    if ('error' in outcome) throw outcome.error;
    return outcome.value;
  }

  const { storage } = simulator.forge;
  return { ...simulator, run, stored: () => storage.dump(simulator.installation.id) };
}
export type InApp = ReturnType<typeof inApp>;
