import { adfOf } from '../../tools/simulator/atlassian/work/adf';
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
import {
  aWhile,
  approve,
  approving,
  drain,
  given,
  onGrant,
  quietly,
  raised,
  raiseTeam,
  type RequestFlow,
} from './flow';

const raiseShared = (world: World): string =>
  world.site.work.raise({
    by: who.employee,
    requestTypeId: types.shared,
    fields: { [fieldIds.level]: levels.hr, [fieldIds.hours]: 4, [fieldIds.reason]: adfOf('on duty') },
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

export const requestFlows: readonly RequestFlow[] = [
  {
    name: 'intake',
    least: { points: 14, pairs: 210 },
    prepare: async () => '',
    run: async (world) => {
      raiseTeam(world);
      await aWhile(world);
    },
    rest: drain,
  },
  {
    name: 'approved and given, one group',
    least: { points: 13, pairs: 182 },
    prepare: (world) => raised(world),
    run: approving,
    rest: drain,
  },
  {
    name: 'approved and given, two groups for somebody else',
    least: { points: 17, pairs: 306 },
    prepare: (world) => raised(world, raiseApplication),
    run: async (world, issueId) => {
      approve(world, issueId, who.applicationAdmin);
      await quietly(world);
    },
    rest: drain,
  },
  {
    name: 'declined',
    least: { points: 6, pairs: 42 },
    prepare: (world) => raised(world),
    run: async (world, issueId) => {
      world.site.work.answer(issueId, { by: who.firstApprover, decision: 'declined' });
      await quietly(world);
    },
    rest: drain,
  },
  {
    name: 'void by an edit after the approval',
    least: { points: 8, pairs: 72 },
    prepare: (world) => raised(world),
    run: async (world, issueId) => {
      approve(world, issueId);
      world.site.work.edit(issueId, { by: who.agent, fields: { [fieldIds.level]: levels.legal } });
      await quietly(world);
    },
    rest: drain,
  },
  {
    name: 'expiry',
    least: { points: 10, pairs: 110 },
    prepare: async (world) => {
      const issueId = await given(world);
      await sleepThrough(world, 118 * MINUTE);
      return issueId;
    },
    rest: drain,
    run: quietly,
  },
  {
    name: 'the end of one of two overlapping grants',
    least: { points: 5, pairs: 30 },
    prepare: async (world) => {
      const shared = await raised(world, raiseShared);
      approve(world, shared, who.firstApprover);
      approve(world, shared, who.secondApprover);
      const issueId = await given(world);
      await sleepThrough(world, 118 * MINUTE);
      return issueId;
    },
    rest: drain,
    run: quietly,
  },
  {
    name: 'withdrawn by an administrator',
    least: { points: 6, pairs: 42 },
    prepare: given,
    run: onGrant('withdraw', (world, grantId) => world.call('grant.withdraw', { grantId })),
    rest: drain,
  },
  {
    name: 'given another end by an administrator',
    least: { points: 2, pairs: 6 },
    prepare: given,
    run: (world, issueId) => {
      const until = new Date(world.clock.time() + 5 * HOUR).toISOString();
      const extend = ({ call }: World, grantId: string) => call('grant.extend', { grantId, until });
      return onGrant('extend', extend)(world, issueId);
    },
    rest: drain,
  },
  {
    name: 'blocked by a refused credential, and repaired',
    least: { points: 15, pairs: 240 },
    prepare: async (world) => {
      const issueId = await raised(world);
      world.revokeTokensOf(acme.people.orgAdmin.accountId);
      approve(world, issueId);
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
    run: aWhile,
    rest: drain,
  },
];
