import { Fault } from '../domain/fault';
import { itself } from './happened';
import type { Ports } from './ports';
import { useTarget } from './target';
import { usableConnection } from './usable-connection';

/** Two rounds: one may be late, or missed. */
const AHEAD_MS = 10 * 60_000;
/** An answer may come at any moment. */
const asked = ['awaiting-approval', 'quarantined'] as const;

/**
 * Reads ahead what gifts and removals go by, for the moment at which one comes: what an approval or an end has to wait
 * for is then only what is about that very person and group. Nothing is asked while nobody waits and nothing ends.
 */
export const readAhead = (ports: Ports) => async (): Promise<void> => {
  const now = ports.clock.now();
  const { items: ending } = await ports.grants.listEnding(now, new Date(now.getTime() + AHEAD_MS));
  if (ending.length === 0 && !(await isAnybodyAsked(ports))) return;
  const usable = (await ports.connections.list()).filter(
    (each) => !(usableConnection(each) instanceof Fault),
  );
  if (usable.length > 0) await ports.installation('anew');
  for (const watched of usable) {
    if (!ports.hasTime()) return;
    const { id } = watched.connection;
    const what = ending.filter(({ connectionId }) => connectionId === id).map((grant) => grant.what);
    const use = { during: 'reading ahead what is soon needed', by: itself };
    await useTarget(ports, watched, { ...use, work: (target) => target.readAhead(what) }).catch(ports.report);
  }
};

async function isAnybodyAsked({ requests }: Ports): Promise<boolean> {
  for (const state of asked) if ((await requests.list({ state })).items.length > 0) return true;
  return false;
}
