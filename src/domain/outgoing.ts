import type { Message } from './message';

/** What has still to be done on a ticket. `key` makes each thing said once, however often it is tried. */
export type Outgoing = Ask | Say | { readonly kind: 'move'; readonly key: string; readonly statusId: string };

export interface Say {
  readonly kind: 'say';
  readonly key: string;
  readonly message: Message;
}

/** Whoever is to be asked. One that the desk refuses stays, and is tried again. */
export interface Ask {
  readonly kind: 'ask';
  readonly key: string;
  readonly fieldId: string;
  readonly people: readonly string[];
  /** What the ticket is told once they are asked, and what it is told first if they cannot be. */
  readonly asked: readonly Say[];
  readonly refused: readonly Say[];
}

export const isAsk = (each: Outgoing): each is Ask => each.kind === 'ask';
