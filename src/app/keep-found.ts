import type { Credential } from '../connectors/connector';
import type { Ports } from './ports';

/**
 * Remembers what the last check found out about a credential, when it is something new. Written after the change it
 * belongs to, and never in its way: without it the next use finds it out again.
 */
export async function keepFound(ports: Ports, id: string, credential: Credential): Promise<void> {
  const known = await ports.credentials.find(id);
  if (known && !isSame(known.found, credential.found)) {
    await ports.credentials.keep(id, credential).catch(ports.report);
  }
}

const isSame = (one: Credential['found'], other: Credential['found']): boolean =>
  Object.keys({ ...one, ...other }).every((key) => one[key] === other[key]);
