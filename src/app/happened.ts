import type { Actor, AuditEvent } from '../domain/audit';

type PickEach<E> = E extends AuditEvent ? Pick<E, 'what' | 'detail'> : never;
/** What happened, without when and to what. */
export type Happening = PickEach<AuditEvent>;

/** What came before it, and then that. */
export function inOrder(before: readonly Happening[], last: Happening): readonly [Happening, ...Happening[]] {
  const [first = last, ...rest] = [...before, last];
  return [first, ...rest];
}

interface Fact {
  readonly id: string;
  readonly at: Date;
  readonly by: Actor;
  readonly on: string;
}

export const happened = (happening: Happening, fact: Fact): AuditEvent => ({
  ...happening,
  schema: 1,
  ...fact,
});

/** Whoever is not a person at a screen: what the app does by itself. */
export const itself: Actor = { kind: 'event' };
