import { join } from 'node:path';
import { serve, type Shell } from '../../tools/simulator/shell/serve';
import { stageOf } from '../../tools/simulator/shell/stage-of';
import { createSimulator, type Simulator, type SimulatorOptions } from '../../tools/simulator/simulator';

export interface World {
  readonly shell: Shell;
  /** The one that is served: another one after a reset. */
  simulator(): Simulator;
}

/** The app on its simulated site, served to a browser on a free port. Close the shell: it closes the simulator. */
export async function openWorld(options: SimulatorOptions = {}): Promise<World> {
  let simulator = createSimulator(options);
  const root = join(__dirname, '..', '..');
  const stage = async ({ fresh }: { readonly fresh: boolean }) => {
    if (fresh) simulator = createSimulator(options);
    return stageOf(simulator);
  };
  const shell = await serve({ port: 0, root, stage });
  return { shell, simulator: () => simulator };
}
