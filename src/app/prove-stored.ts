import type { Actor } from '../domain/audit';
import { Fault } from '../domain/fault';
import { breaksCredential } from '../domain/health';
import { openTarget, tokenMissing } from './open-target';
import { policyOf, type Ports, type Watched } from './ports';
import type { Sighting } from './record-health';

/** What the stored credential of a connection is worth now. */
export async function proveStored(ports: Ports, { connection }: Watched, by: Actor): Promise<Sighting> {
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
