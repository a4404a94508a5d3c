import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { credentialOf, valueOf } from '../start';
import {
  confluenceOption,
  fieldIds,
  HOUR,
  levels,
  MINUTE,
  sleepThrough,
  types,
  who,
  type World,
} from '../rig/world';

/** Long enough for two crashes to be got over: redelivery, a lease, and the rounds that look again. */
const DRAIN_MS = 25 * MINUTE;
const drain = (world: World) => world.advance(DRAIN_MS);
/** Long enough for an event and the work that follows, in peace. */
const PEACE_MS = MINUTE;

/** One thing that happens to a request. Only what happens in `run` is disturbed. */
export interface RequestFlow {
  readonly name: string;
  prepare(world: World): Promise<string>;
  run(world: World, issueId: string): Promise<unknown>;
}

const raiseTeam = (world: World): string =>
  world.site.work.raise({
    by: who.employee,
    requestTypeId: types.team,
    fields: { [fieldIds.level]: levels.hr },
  }).id;

const raiseShared = (world: World): string =>
  world.site.work.raise({
    by: who.employee,
    requestTypeId: types.shared,
    fields: { [fieldIds.level]: levels.hr, [fieldIds.hours]: 4 },
  }).id;

const raiseApplication = (world: World): string =>
  world.site.work.raise({
    by: who.counsel,
    requestTypeId: types.application,
    fields: {
      [fieldIds.application]: confluenceOption,
      [fieldIds.forWhom]: who.employee,
      [fieldIds.expiresOn]: '2026-01-06',
    },
  }).id;

const approve = (world: World, issueId: string, by: string) =>
  world.site.work.answer(issueId, { by, decision: 'approved' });

async function raised(world: World, raise = raiseTeam): Promise<string> {
  const issueId = raise(world);
  await world.advance(PEACE_MS);
  return issueId;
}

async function given(world: World): Promise<string> {
  const issueId = await raised(world);
  approve(world, issueId, who.firstApprover);
  await world.advance(PEACE_MS);
  return issueId;
}

const grantsOf = async (world: World, issueId: string) =>
  valueOf(await world.call('request.read', { issueId })).grants;

/** An administrator whose click went wrong looks again, and clicks again if that is still offered. */
async function untilDone(world: World, issueId: string, act: (grantId: string) => Promise<unknown>) {
  const action = async () => {
    const [grant] = await grantsOf(world, issueId);
    if (grant?.actions.includes('withdraw')) await act(grant.id);
  };
  for (let tries = 0; tries < 3; tries += 1) {
    const done = await action().then(
      () => true,
      () => false,
    );
    await drain(world);
    if (done) return;
  }
}

export const requestFlows: readonly RequestFlow[] = [
  {
    name: 'intake',
    prepare: async () => '',
    run: async (world) => {
      raiseTeam(world);
      await drain(world);
    },
  },
  {
    name: 'asked once the ticket lets its approvers field be filled',
    prepare: async (world) => {
      world.site.work.takeOffEditScreen(acme.desk.it.id, [fieldIds.approvers]);
      return raised(world);
    },
    run: async (world) => {
      world.site.work.takeOffEditScreen(acme.desk.it.id, []);
      await drain(world);
    },
  },
  {
    name: 'asked again once the approvers field was emptied',
    prepare: (world) => raised(world),
    run: async (world, issueId) => {
      world.site.work.edit(issueId, { by: who.agent, fields: { [fieldIds.approvers]: null } });
      await drain(world);
    },
  },
  {
    name: 'approved and given, one group',
    prepare: (world) => raised(world),
    run: async (world, issueId) => {
      approve(world, issueId, who.firstApprover);
      await drain(world);
    },
  },
  {
    name: 'approved and given, two groups for somebody else',
    prepare: (world) => raised(world, raiseApplication),
    run: async (world, issueId) => {
      approve(world, issueId, who.applicationAdmin);
      await drain(world);
    },
  },
  {
    name: 'declined',
    prepare: (world) => raised(world),
    run: async (world, issueId) => {
      world.site.work.answer(issueId, { by: who.firstApprover, decision: 'declined' });
      await drain(world);
    },
  },
  {
    name: 'void by an edit after the approval',
    prepare: (world) => raised(world),
    run: async (world, issueId) => {
      approve(world, issueId, who.firstApprover);
      world.site.work.edit(issueId, { by: who.agent, fields: { [fieldIds.level]: levels.legal } });
      await drain(world);
    },
  },
  {
    name: 'expiry',
    prepare: async (world) => {
      const issueId = await given(world);
      await sleepThrough(world, 110 * MINUTE);
      return issueId;
    },
    run: async (world) => {
      await world.advance(20 * MINUTE);
      await drain(world);
    },
  },
  {
    name: 'the end of one of two overlapping grants',
    prepare: async (world) => {
      const shared = await raised(world, raiseShared);
      approve(world, shared, who.firstApprover);
      approve(world, shared, who.secondApprover);
      const issueId = await given(world);
      await sleepThrough(world, 110 * MINUTE);
      return issueId;
    },
    run: async (world) => {
      await world.advance(20 * MINUTE);
      await drain(world);
    },
  },
  {
    name: 'withdrawn by an administrator',
    prepare: given,
    run: (world, issueId) =>
      untilDone(world, issueId, (grantId) => world.call('grant.withdraw', { grantId })),
  },
  {
    name: 'given another end by an administrator',
    prepare: given,
    run: async (world, issueId) => {
      const until = new Date(world.clock.time() + 5 * HOUR).toISOString();
      await untilDone(world, issueId, (grantId) => world.call('grant.extend', { grantId, until }));
    },
  },
  {
    name: 'blocked by a refused credential, and repaired',
    prepare: async (world) => {
      const issueId = await raised(world);
      world.revokeTokensOf(acme.people.orgAdmin.accountId);
      approve(world, issueId, who.firstApprover);
      await world.advance(MINUTE);
      const { directory } = world.site;
      const expiresAt = '2027-01-01T00:00:00.000Z';
      directory.issueToken(
        { id: 'fresh', accountId: acme.people.orgAdmin.accountId, expiresAt },
        'fresh-token',
      );
      const connection = world.connectionId;
      const values = credentialOf({ email: acme.people.orgAdmin.email, token: 'fresh-token' });
      const { draft = '' } = valueOf(
        await world.call('credential.check', { connector: 'confluence', connection, values }),
      );
      const { version } = valueOf(await world.call('connection.read', { id: connection }));
      valueOf(await world.call('connection.rotate', { id: connection, version, draft, values: {} }));
      return issueId;
    },
    run: drain,
  },
];
