/**
 * A credential that is in the secret store without being a connection's own: one that was just proven and waits for
 * the rest of the form, or one that was replaced and waits to be deleted. Found by the sweep, whatever died in between.
 */
export interface Draft {
  /** Also the id under which the credential is kept, and of the connection that is made from it. */
  readonly id: string;
  readonly state: 'open' | 'retired';
  readonly connector: string;
  /** Who proved it, and alone may use it; or who put it out of use. */
  readonly by: string;
  /** The connection whose credential it is to replace, or was. */
  readonly connectionId?: string;
  readonly expiresAt: Date;
}

/** How long a proven credential waits for the rest of the form. */
export const DRAFT_LIFE_MS = 30 * 60_000;

/** A draft in use may not be swept away under an admin's hands: the platform ends a resolver after 25 seconds. */
const SWEEP_MARGIN_MS = 5 * 60_000;

export const isOpen = (draft: Draft, by: string, now: Date): boolean =>
  draft.state === 'open' && draft.by === by && draft.expiresAt > now;

export const isDiscardable = (draft: Draft, now: Date): boolean =>
  draft.state === 'retired' || draft.expiresAt.getTime() + SWEEP_MARGIN_MS <= now.getTime();
