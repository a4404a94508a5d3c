import type { Actor } from '../domain/audit';
import { isDiscardable, type Draft } from '../domain/draft';
import { FREE, type Ports } from './ports';

/** Deletes a credential that is out of use, and then the draft by which it was found. Safe to run again. */
export async function discard(ports: Ports, draft: Draft, by: Actor): Promise<void> {
  await ports.credentials.forget(draft.id);
  const on = `draft#${draft.id}`;
  await ports.commit({
    guards: [{ on: { kind: 'draft', id: draft.id }, was: 'retired', becomes: FREE }],
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

/** Puts an open draft out of use and deletes its credential, unless somebody is just using it: they win. */
export async function withdrawDraft(ports: Ports, draft: Draft, by: Actor): Promise<void> {
  const retired: Draft = { ...draft, state: 'retired' };
  const on = `draft#${draft.id}`;
  if (draft.state === 'open') {
    const written = await ports.commit({
      guards: [{ on: { kind: 'draft', id: draft.id }, was: 'open', becomes: 'retired' }],
      puts: [{ kind: 'draft', value: retired }],
      drops: [],
      events: [
        {
          id: `${on}#withdrawn`,
          schema: 1,
          what: 'credential.withdrawn',
          at: ports.clock.now(),
          by,
          on,
          detail: { connector: draft.connector },
        },
      ],
    });
    if (written === 'moved') return;
  }
  await discard(ports, retired, by);
}

/** Deletes every credential that was proven and never used, or put out of use and left behind. */
export const sweep = (ports: Ports) => async (): Promise<void> => {
  for (const { id } of await ports.drafts.list()) {
    await sweepOne(ports, id).catch(ports.report);
  }
};

async function sweepOne(ports: Ports, id: string): Promise<void> {
  const draft = await ports.drafts.find(id);
  if (draft && isDiscardable(draft, ports.clock.now()))
    await withdrawDraft(ports, draft, { kind: 'schedule' });
}

/** A person who gave up: the draft's credential need not wait for the sweep. */
export const giveUp =
  (ports: Ports) =>
  async (id: string, by: string): Promise<{ id: string }> => {
    const draft = await ports.drafts.find(id);
    if (draft?.by === by) await withdrawDraft(ports, draft, { kind: 'user', id: by });
    return { id };
  };
