import type { Actor } from '../domain/audit';
import type { Ports, Watched } from './ports';
import { connectionGone } from './problems';
import { proveStored } from './prove-stored';
import { recordHealth } from './record-health';

/** Proves the stored credential again and writes down what came of it. */
export const checkHealth =
  (ports: Ports) =>
  async (id: string, by: Actor): Promise<Watched> => {
    const watched = await ports.connections.find(id);
    if (!watched) throw connectionGone();

    const sighting = await proveStored(ports, watched, by);

    const recorded = await recordHealth(ports, watched, sighting);
    if (!recorded) throw connectionGone();
    return recorded;
  };
