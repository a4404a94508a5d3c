import { join } from 'node:path';
import { serve, type Shell } from '../../tools/simulator/shell/serve';
import { stageOf } from '../../tools/simulator/shell/stage-of';
import { createSimulator, type Simulator, type SimulatorOptions } from '../../tools/simulator/simulator';

export interface World {
  readonly simulator: Simulator;
  readonly shell: Shell;
}

/** The app on its simulated site, served to a browser on a free port. Close the shell: it closes the simulator. */
export async function openWorld(options: SimulatorOptions = {}): Promise<World> {
  const simulator = createSimulator(options);
  const root = join(__dirname, '..', '..');
  const shell = await serve({ port: 0, root, stage: async () => stageOf(simulator) });
  return { simulator, shell };
}
