import type { Asker } from '../exchange';

/** Who does something to an issue. */
export interface Actor {
  readonly accountId: string;
  /** An app does it as itself. */
  readonly byApp: boolean;
}

export const actorOf = (asker: Exclude<Asker, { kind: 'anonymous' }>): Actor => ({
  accountId: asker.person.accountId,
  byApp: asker.kind === 'app',
});

export const person = (accountId: string): Actor => ({ accountId, byApp: false });
