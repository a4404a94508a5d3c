import type { z } from 'zod';
import { getConnector, readFields, type Facts } from '../connectors/connector';
import type { CreateInput } from '../contract/inputs';
import { isAccepted, type CheckLine } from '../domain/check';
import { changedFields, type Connection } from '../domain/connection';
import { isOpen, type Draft } from '../domain/draft';
import { Fault, invalid } from '../domain/fault';
import { FREE, NEW, policyOf, type Change, type Ports, type Watched } from './ports';
import { draftGone, nameTaken } from './problems';
import { keepFound } from './keep-found';
import { proveFacts, refusePastEnd } from './prove-facts';
import { provenHealth } from './record-health';
import { openTarget } from './open-target';
import { answerOf } from './target';

type Input = z.output<typeof CreateInput>;

/** An administrator connects an application. Nothing is kept until the application itself has said yes to all of it. */
export const connect =
  (ports: Ports) =>
  async ({ draft: draftId, values }: Input, by: string): Promise<Watched> => {
    // Read.
    const [draft, credential] = await Promise.all([
      ports.drafts.find(draftId),
      ports.credentials.find(draftId),
    ]);
    if (!draft || !credential || !isOpen(draft, by, ports.clock.now()) || draft.connectionId !== undefined) {
      return madeAlready(ports, { draft: draftId, values }, by);
    }
    const facts = readFields(getConnector(ports.connectors, draft.connector).facts, values);
    refusePastEnd(facts, ports.clock.now());
    await refuseTakenName(ports, facts.name, draftId);
    const target = await openTarget(ports, draft.connector, credential);
    const { lines, found, account } = await answerOf(target.check(policyOf(await ports.settings.read())));

    // Decide.
    if (!isAccepted(lines) || !account) throw refused(lines);
    const issues = await answerOf(proveFacts(target, facts));
    if (issues.length > 0) throw invalid(issues);

    // Write down.
    const made = describe(draft, { facts, lines, account: account.id, now: ports.clock.now() });
    if ((await ports.commit(creation(made, by))) === 'moved') {
      await refuseTakenName(ports, facts.name, draftId);
      return madeAlready(ports, { draft: draftId, values }, by);
    }
    await keepFound(ports, draftId, { ...credential, found });
    return made;
  };

/** The same form sent twice makes one connection, and both are shown it. Another form is not passed off as it. */
async function madeAlready(ports: Ports, { draft: id, values }: Input, by: string): Promise<Watched> {
  const existing = await ports.connections.find(id);
  if (existing?.connection.createdBy !== by) throw draftGone();
  const { connection } = existing;
  const facts = readFields(getConnector(ports.connectors, connection.connector).facts, values);
  if (changedFields(connection, facts).length === 0) return existing;
  throw new Fault(
    'conflict',
    `This was connected already, as "${connection.name}". Open it in the list to change it.`,
  );
}

/** A friendly word early, and the reason when the guard has said no: somebody else holds the name. */
export async function refuseTakenName({ connections }: Ports, name: string, own: string): Promise<void> {
  const holder = await connections.findHolder(name);
  if (holder !== undefined && holder !== own) throw invalid([nameTaken]);
}

/** The credential that was accepted a moment ago is not any more. */
export function refused(lines: readonly CheckLine[]): Fault {
  const failed = lines.find(({ outcome }) => outcome === 'failed');
  const message = failed
    ? [failed.finding, failed.remedy].filter(Boolean).join(' ')
    : 'The credential was refused.';
  return new Fault('invalid', 'The credential is not accepted any more. Nothing was saved.', {
    fields: { [failed?.field ?? 'apiToken']: message },
  });
}

interface Proven {
  readonly facts: Facts;
  readonly lines: readonly CheckLine[];
  readonly account: string;
  readonly now: Date;
}

function describe(draft: Draft, { facts, lines, account, now }: Proven): Required<Watched> {
  const { id, connector, by } = draft;
  const times = { createdBy: by, createdAt: now, changedAt: now };
  const connection: Connection = { id, version: 1, connector, credentialId: id, account, ...facts, ...times };
  return { connection, health: provenHealth(connection, lines) };
}

function creation({ connection, health }: Required<Watched>, by: string): Change {
  const { id, name, connector, applicationAdmin, defaultGroups, createdAt: at } = connection;
  return {
    guards: [
      { on: { kind: 'draft', id }, was: 'open', becomes: FREE },
      { on: { kind: 'connection-name', name }, was: FREE, becomes: id },
      { on: { kind: 'connection', id }, was: NEW, becomes: '1' },
      { on: { kind: 'health', id }, was: NEW, becomes: '1' },
    ],
    puts: [
      { kind: 'connection', value: connection },
      { kind: 'health', value: health },
    ],
    drops: [{ kind: 'draft', id }],
    events: [
      {
        id: `connection#${id}#1`,
        schema: 1,
        what: 'connection.created',
        at,
        by: { kind: 'user', id: by },
        on: `connection#${id}`,
        detail: { connector, applicationAdmin, groups: defaultGroups },
      },
    ],
  };
}
