import type { z } from 'zod';
import { getConnector, readFields } from '../connectors/connector';
import type { CheckInput } from '../contract/inputs';
import type { CredentialView } from '../contract/views';
import { isAccepted } from '../domain/check';
import { DRAFT_LIFE_MS, isDiscardable, type Draft } from '../domain/draft';
import { Secret } from '../domain/secret';
import { withdrawDraft } from './discard';
import { NEW, policyOf, type Ports } from './ports';
import { connectionGone } from './problems';
import { openTarget } from './open-target';
import { answerOf } from './target';
import { lineViews } from './views';

type Input = z.output<typeof CheckInput>;

/** Proves a credential. An accepted one is kept for half an hour under a draft id; a refused one is not kept at all. */
export const checkCredential =
  (ports: Ports) =>
  async (
    { connector: key, connection: connectionId, values }: Input,
    by: string,
  ): Promise<CredentialView> => {
    // Read.
    const connector = getConnector(ports.connectors, key);
    const { adminEmail, apiToken } = readFields(connector.credential, values);
    if (connectionId !== undefined && !(await ports.connections.find(connectionId))) throw connectionGone();
    const typed = { adminEmail, apiToken: new Secret(apiToken), found: {} };
    const target = await openTarget(ports, key, typed);
    const { lines, account, found } = await answerOf(target.check(policyOf(await ports.settings.read())));
    const shown = { lines: lineViews(lines), ...(account && { account: { ...account } }) };

    // Decide.
    if (!isAccepted(lines) || !account) return shown;

    // Claim: earlier drafts for the same purpose are of no use any more, and neither are forgotten ones.
    await clearDrafts(ports, { by, connector: key, connectionId });

    // The draft first. A credential without its draft would never be found again; the sweep finds every draft.
    const at = ports.clock.now();
    const draft: Draft = {
      id: ports.newId(),
      state: 'open',
      connector: key,
      by,
      ...(connectionId !== undefined && { connectionId }),
      expiresAt: new Date(at.getTime() + DRAFT_LIFE_MS),
    };
    const on = `draft#${draft.id}`;
    await ports.commit({
      guards: [{ on: { kind: 'draft', id: draft.id }, was: NEW, becomes: 'open' }],
      puts: [{ kind: 'draft', value: draft }],
      drops: [],
      events: [
        {
          id: `${on}#drafted`,
          schema: 1,
          what: 'credential.drafted',
          at,
          by: { kind: 'user', id: by },
          on,
          detail: { connector: key, account: account.id },
        },
      ],
    });

    // Act.
    await ports.credentials.keep(draft.id, { ...typed, found });
    return { ...shown, draft: draft.id, draftExpiresAt: draft.expiresAt.toISOString() };
  };

interface Purpose {
  readonly by: string;
  readonly connector: string;
  readonly connectionId: string | undefined;
}

/** The new draft works all the same when an old one cannot be deleted now: the sweep comes again. */
async function clearDrafts(ports: Ports, { by, connector, connectionId }: Purpose): Promise<void> {
  const now = ports.clock.now();
  for (const draft of await ports.drafts.list()) {
    const isFollowed =
      draft.by === by && draft.connector === connector && draft.connectionId === connectionId;
    if (isFollowed || isDiscardable(draft, now)) {
      await withdrawDraft(ports, draft, { kind: 'user', id: by }).catch(ports.report);
    }
  }
}
