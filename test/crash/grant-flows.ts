import { aGrant } from '../forge/records';
import { keepGrants } from '../journeys/crowd';
import { MINUTE, sleepThrough, where, who, type World } from '../rig/world';
import { approve, drain, given, inPeace, onGrant, raised, aWhile, untilDone, type RequestFlow } from './flow';
import { short, tokenOwner } from './scenes';

const beforeItsEnd = async (world: World): Promise<string> => {
  const issueId = await given(world);
  await sleepThrough(world, 118 * MINUTE);
  return issueId;
};

/** So many have been stopped a moment ago that one more is too many. */
function stopOthers(world: World): void {
  const now = new Date(world.clock.time());
  const others = ['1', '2', '3', '4', '5'].map((number) =>
    aGrant({
      id: `other-${number}`,
      accountId: `other-${number}`,
      connectionId: world.connectionId,
      what: { resource: { kind: 'confluence-group', id: where.hr, name: 'hr-readers' }, role: 'member' },
      ...({ state: 'due', way: 'out', until: now, overdueAt: now, changedAt: now } as const),
      problem: { code: 'brake', message: 'Very many people would leave this group at once.' },
    }),
  );
  keepGrants(world, others);
}

const adding = { service: 'egress', operation: '/^POST .*group\\/user$/' } as const;

/** Approved, and the site was out of order when it was tried. */
async function triedInVain(world: World): Promise<string> {
  const issueId = await raised(world);
  world.faults.declare({ id: 'adding', match: adding, effect: { kind: 'error', status: 503 } });
  approve(world, issueId);
  await world.advance(10 * MINUTE);
  world.faults.clear();
  return issueId;
}

async function withoutSeat(world: World): Promise<string> {
  const { directory } = world.site;
  const issueId = await raised(world);
  directory.setSeats('confluence', directory.seatsTaken('confluence'));
  approve(world, issueId);
  await inPeace(world);
  return issueId;
}

/** Taken by hand, and nobody has noticed yet. */
async function takenByHand(world: World): Promise<string> {
  const issueId = await given(world);
  world.site.directory.setMember(where.hr, who.employee, false);
  return issueId;
}

/** What happens to what was given, or could not be. */
export const grantFlows: readonly RequestFlow[] = [
  {
    name: 'tried again by an administrator',
    least: { points: 8, pairs: 72 },
    rest: drain,
    scene: short,
    prepare: triedInVain,
    run: onGrant('retry', (world, grantId) => world.call('grant.retry', { grantId })),
  },
  {
    name: 'blocked for a seat, and freed',
    least: { points: 9, pairs: 90 },
    rest: drain,
    scene: short,
    prepare: withoutSeat,
    run: async (world) => {
      world.site.directory.setSeats('confluence', undefined);
      await aWhile(world);
    },
  },
  {
    name: 'found to have drifted by the daily round',
    least: { points: 5, pairs: 30 },
    rest: drain,
    scene: short,
    prepare: takenByHand,
    run: (world) => untilDone(world, () => world.runDaily()),
  },
  {
    name: 'acknowledged by an administrator',
    least: { points: 2, pairs: 6 },
    rest: drain,
    scene: short,
    prepare: async (world) => {
      const issueId = await takenByHand(world);
      await world.runDaily();
      return issueId;
    },
    run: onGrant('acknowledge', (world, grantId) => world.call('grant.acknowledge', { grantId })),
  },
  {
    name: 'stopped by the brake, and told as overdue',
    least: { points: 14, pairs: 210 },
    rest: drain,
    prepare: async (world) => {
      const issueId = await beforeItsEnd(world);
      stopOthers(world);
      return issueId;
    },
    run: drain,
  },
  {
    name: 'let go on by an administrator after the brake had stopped it',
    least: { points: 11, pairs: 132 },
    rest: drain,
    prepare: async (world) => {
      const issueId = await beforeItsEnd(world);
      stopOthers(world);
      await world.advance(40 * MINUTE);
      return issueId;
    },
    run: onGrant('retry', (world, grantId) => world.call('grant.retry', { grantId })),
  },
  {
    name: 'told as overdue while its credential is broken',
    least: { points: 9, pairs: 90 },
    rest: drain,
    prepare: async (world) => {
      const issueId = await beforeItsEnd(world);
      world.revokeTokensOf(tokenOwner);
      await world.advance(14 * MINUTE);
      return issueId;
    },
    run: aWhile,
  },
];
