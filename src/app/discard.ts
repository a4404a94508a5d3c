import type { Actor } from '../domain/audit';
import { isDiscardable, type Draft } from '../domain/draft';
import { FREE, type Ports } from './ports';

/** Deletes a credential that nobody needs, and then the draft by which it was found. Safe to run again. */
export async function discard(ports: Ports, draft: Draft, by: Actor): Promise<void> {
  await ports.credentials.forget(draft.id);
  const on = `draft#${draft.id}`;
  await ports.commit({
    guards: [],
    puts: [],
    drops: [{ kind: 'draft', id: draft.id }],
    events: [
      {
        id: `${on}#discarded`,
        schema: 1,
        what: 'credential.discarded',
        at: ports.clock.now(),
        by,
        on,
        detail: { connector: draft.connector },
      },
    ],
  });
}

/** Deletes every credential that was proven and never used, or replaced by somebody who died before deleting it. */
export const sweep = (ports: Ports) => async (): Promise<number> => {
  const found = await ports.drafts.list();
  const gone = found.filter((draft) => isDiscardable(draft, ports.clock.now()));
  for (const { id } of gone) {
    const draft = await ports.drafts.find(id);
    if (draft && isDiscardable(draft, ports.clock.now()) && (await expire(ports, draft)) === 'written') {
      await discard(ports, { ...draft, state: 'retired' }, { kind: 'schedule' });
    }
  }
  return gone.length;
};

/** Takes an open draft out of use before its credential is touched: whoever is just using it wins. */
async function expire(ports: Ports, draft: Draft): Promise<'written' | 'moved'> {
  if (draft.state === 'retired') return 'written';
  const on = `draft#${draft.id}`;
  return ports.commit({
    guards: [{ on: { kind: 'draft', id: draft.id }, was: 'open', becomes: FREE }],
    puts: [{ kind: 'draft', value: { ...draft, state: 'retired' } }],
    drops: [],
    events: [
      {
        id: `${on}#expired`,
        schema: 1,
        what: 'credential.expired',
        at: ports.clock.now(),
        by: { kind: 'schedule' },
        on,
        detail: { connector: draft.connector },
      },
    ],
  });
}
