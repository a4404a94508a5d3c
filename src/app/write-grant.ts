import type { Actor } from '../domain/audit';
import type { Grant } from '../domain/grant';
import { instantAfter } from '../domain/instant';
import type { Holding } from '../domain/holding';
import { happened, type Happening } from './happened';
import { FREE, type Change, type Ports } from './ports';
import { meanwhile } from './problems';

/** `changedAt`: when it last changed before this. */
export type GrantFacts = Omit<Grant, 'version'>;

export interface GrantStep {
  /** Absent: nobody has ever held it because of us. */
  readonly before: Holding | undefined;
  readonly holding: Holding;
  readonly grant: GrantFacts;
  readonly happenings: readonly [Happening, ...Happening[]];
  readonly by: Actor;
  /** What else changes, or must not have changed, in the same instant. */
  readonly along?: Pick<Change, 'guards' | 'puts'>;
}

export interface Written {
  readonly grant: Grant;
  readonly holding: Holding;
}

/**
 * A grant never changes without the holding that it belongs to, whose version is the one lock for everything that one
 * person's hold on one thing is about.
 */
export async function writeGrant(ports: Ports, step: GrantStep): Promise<Written> {
  const { before, by, along } = step;
  const requests = (along?.puts ?? []).filter((put) => put.kind === 'request');
  const at = instantAfter(
    ports.clock.now(),
    step.grant.changedAt,
    ...requests.map(({ value }) => value.changedAt),
  );
  const version = (before?.version ?? 0) + 1;
  const grant: Grant = { ...step.grant, changedAt: at, version };
  const holding: Holding = { ...step.holding, version };
  const on = `request#${grant.issueId}`;
  const told = (happening: Happening) =>
    happened(happening, { id: `${on}#${grant.id}#${version}#${happening.what}`, at, by, on });
  const [first, ...rest] = step.happenings;
  const written = await ports.commit({
    guards: [
      {
        on: { kind: 'holding', id: holding.id },
        was: before ? String(before.version) : FREE,
        becomes: String(version),
      },
      ...(along?.guards ?? []),
    ],
    puts: [{ kind: 'holding', value: holding }, { kind: 'grant', value: grant }, ...(along?.puts ?? [])],
    drops: [],
    events: [told(first), ...rest.map(told)],
  });
  if (written === 'moved') throw meanwhile();
  return { grant, holding };
}
