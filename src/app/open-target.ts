import { getConnector, type Credential, type Target } from '../connectors/connector';
import type { CheckLine } from '../domain/check';
import { Fault } from '../domain/fault';
import type { Ports, Watched } from './ports';

/** Opens the conversation with a target for one credential. */
export async function openTarget(ports: Ports, connector: string, credential: Credential): Promise<Target> {
  return getConnector(ports.connectors, connector).open(credential, await ports.installation());
}

export const tokenMissing: CheckLine = {
  key: 'token-stored',
  label: 'A token is stored',
  outcome: 'failed',
  finding: 'The stored token is gone.',
  remedy: 'Rotate the token: enter a new one for this connection.',
};

/** The stored credential of a connection, opened. */
export async function openStored(ports: Ports, { connection }: Watched): Promise<Target> {
  const credential = await ports.credentials.find(connection.credentialId);
  if (!credential)
    throw new Fault('target-unauthorized', `${tokenMissing.finding} ${tokenMissing.remedy ?? ''}`);
  return openTarget(ports, connection.connector, credential);
}
