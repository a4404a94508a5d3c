import type { GrantView } from '../../src/contract/request-views';
import { valueOf } from '../start';
import { fieldIds, levels, MINUTE, sleepThrough, types, who, type Scene, type World } from '../rig/world';

/** One thing that happens to a request. Only what happens in `run` is disturbed. */
export interface RequestFlow {
  readonly name: string;
  /** How many effects an undisturbed run has at the least, and how many pairs of deaths are played. */
  readonly least: { readonly points: number; readonly pairs: number };
  /** Default: that of the rig. */
  readonly scene?: Scene;
  prepare(world: World): Promise<string>;
  run(world: World, issueId: string): Promise<unknown>;
  /** In peace again: whatever died last is got over. */
  rest?(world: World): Promise<unknown>;
  /** An effect whose answer nobody can ask for again. Dead before the next one, the run ends in this, always alike. */
  readonly lost?: { readonly effect: string; readonly endsIn: string };
}

/** Long enough for two crashes to be got over: redelivery, a lease, and the rounds that look again. */
const DRAIN_MS = 25 * MINUTE;
export const drain = (world: World) => world.advance(DRAIN_MS);
/** Long enough for a delivery to come again, and for one round: so long a flow and its recovery are disturbed. */
const A_WHILE_MS = 6 * MINUTE;
export const aWhile = (world: World) => world.advance(A_WHILE_MS);
/** The same without the round: what no delivery brings back to life, the rounds do in peace. */
export const quietly = (world: World) => sleepThrough(world, A_WHILE_MS);
/** Long enough for an event and the work that follows, in peace. */
const PEACE_MS = MINUTE;
export const inPeace = (world: World) => world.advance(PEACE_MS);

export const raiseTeam = (world: World, level: string = levels.hr): string =>
  world.site.work.raise({
    by: who.employee,
    requestTypeId: types.team,
    fields: { [fieldIds.level]: level },
  }).id;

export const approve = (world: World, issueId: string, by = who.firstApprover) =>
  world.site.work.answer(issueId, { by, decision: 'approved' });

export const approving = async (world: World, issueId: string): Promise<void> => {
  approve(world, issueId);
  await quietly(world);
};

export async function raised(world: World, raise: (world: World) => string = raiseTeam): Promise<string> {
  const issueId = raise(world);
  await inPeace(world);
  return issueId;
}

export async function given(world: World): Promise<string> {
  const issueId = await raised(world);
  approve(world, issueId);
  await inPeace(world);
  return issueId;
}

const MOST_TRIES = 3;

/** Somebody whose act went wrong looks again a while later, and does it again if it still has to be done. */
export async function untilDone(world: World, act: () => Promise<unknown>, pass = quietly) {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const done = await act().then(
      () => true,
      () => false,
    );
    await pass(world);
    if (done) return;
  }
}

type Action = GrantView['actions'][number];
type OnGrant = (world: World, grantId: string) => Promise<unknown>;

/** An administrator does something to the grant of a request, if that is offered. */
export const onGrant =
  (action: Action, act: OnGrant, pass = quietly) =>
  (world: World, issueId: string): Promise<void> =>
    untilDone(
      world,
      async () => {
        const [grant] = valueOf(await world.call('request.read', { issueId })).grants;
        if (grant?.actions.includes(action)) await act(world, grant.id);
      },
      pass,
    );
