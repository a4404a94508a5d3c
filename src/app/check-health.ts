import type { Actor } from '../domain/audit';
import { Fault } from '../domain/fault';
import { breaksCredential } from '../domain/health';
import { policyOf, type Ports, type Watched } from './ports';
import { connectionGone } from './problems';
import { recordHealth, type Sighting } from './record-health';
import { openTarget, tokenMissing } from './target';

/** Proves the stored credential again and writes down what came of it. */
export const checkHealth =
  (ports: Ports) =>
  async (id: string, by: Actor): Promise<Watched> => {
    const watched = await ports.connections.find(id);
    if (!watched) throw connectionGone();

    const sighting = await look(ports, watched, by);

    const recorded = await recordHealth(ports, watched, sighting);
    if (!recorded) throw connectionGone();
    return recorded;
  };

async function look(ports: Ports, { connection }: Watched, by: Actor): Promise<Sighting> {
  const credential = await ports.credentials.find(connection.credentialId);
  if (!credential) return { kind: 'checked', by, lines: [tokenMissing] };
  try {
    const target = await openTarget(ports, connection.connector, credential);
    const { lines } = await target.check(policyOf(await ports.settings.read()));
    return { kind: 'checked', by, lines };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { code, message: finding } = error;
    return breaksCredential(code)
      ? { kind: 'refused', by, code, finding, during: 'the check' }
      : { kind: 'unreachable', by, finding };
  }
}
