import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { adfOf } from '../../tools/simulator/atlassian/work/adf';
import {
  confluenceOption,
  fieldIds,
  levels,
  MINUTE,
  sleepThrough,
  types,
  who,
  type World,
} from '../rig/world';
import {
  aWhile,
  approving,
  drain,
  inPeace,
  raised,
  raiseTeam,
  quietly,
  untilDone,
  type RequestFlow,
} from './flow';
import { byStatus, exempting, impatient, inviting, joiner, short, trusted } from './scenes';

const { desk } = acme;

const raiseForJoiner = (world: World): string =>
  world.site.work.raise({
    by: who.counsel,
    requestTypeId: types.application,
    fields: { [fieldIds.application]: confluenceOption, [fieldIds.reason]: adfOf(joiner) },
  }).id;

const move = (world: World, issueId: string, to: string) =>
  world.site.work.transition(issueId, { by: who.agent, to });

const show = (world: World, appAccess: boolean) => world.site.work.setProject(desk.it.id, { appAccess });

const movingOn = async (world: World, issueId: string) => {
  move(world, issueId, desk.statuses.waitingForImplementation.name);
  await quietly(world);
};

/** Nobody has answered, and something is to happen after so many minutes. */
const unanswered = (minutes: number) => async (world: World) => {
  const issueId = await raised(world);
  await sleepThrough(world, minutes * MINUTE);
  return issueId;
};

/** What happens to a request before anything is given, and each other way to an approval. */
export const waitingFlows: readonly RequestFlow[] = [
  {
    name: 'refused at intake',
    least: { points: 8, pairs: 72 },
    rest: drain,
    prepare: async () => '',
    run: async (world) => {
      raiseTeam(world, levels.security);
      await quietly(world);
    },
  },
  {
    name: 'understood anew, edited before anybody had answered',
    least: { points: 9, pairs: 90 },
    rest: drain,
    scene: short,
    prepare: raised,
    run: async (world, issueId) => {
      world.site.work.edit(issueId, { by: who.employee, fields: { [fieldIds.level]: levels.legal } });
      await quietly(world);
    },
  },
  {
    name: 'asked once the ticket lets its approvers field be filled',
    least: { points: 11, pairs: 132 },
    rest: drain,
    prepare: async (world) => {
      world.site.work.takeOffEditScreen(desk.it.id, [fieldIds.approvers]);
      return raised(world);
    },
    run: async (world) => {
      world.site.work.takeOffEditScreen(desk.it.id, []);
      await aWhile(world);
    },
  },
  {
    name: 'asked again once the approvers field was emptied',
    least: { points: 9, pairs: 90 },
    rest: drain,
    prepare: raised,
    run: async (world, issueId) => {
      world.site.work.edit(issueId, { by: who.agent, fields: { [fieldIds.approvers]: null } });
      await quietly(world);
    },
  },
  {
    name: 'a reminder',
    least: { points: 13, pairs: 182 },
    rest: drain,
    scene: impatient,
    prepare: unanswered(62),
    run: aWhile,
  },
  {
    name: 'cancelled at its deadline',
    least: { points: 13, pairs: 182 },
    rest: drain,
    scene: impatient,
    prepare: async (world) => {
      const issueId = await unanswered(62)(world);
      await aWhile(world);
      await sleepThrough(world, 54 * MINUTE);
      return issueId;
    },
    run: aWhile,
  },
  {
    name: 'quarantined: moved on without an approval',
    least: { points: 9, pairs: 90 },
    rest: drain,
    scene: short,
    prepare: raised,
    run: movingOn,
  },
  {
    name: 'quarantined, and then approved properly',
    least: { points: 12, pairs: 156 },
    rest: drain,
    scene: short,
    prepare: async (world) => {
      const issueId = await raised(world);
      move(world, issueId, desk.statuses.waitingForImplementation.name);
      await inPeace(world);
      move(world, issueId, desk.statuses.needsAttention.name);
      move(world, issueId, 'Ask for approval again');
      await inPeace(world);
      return issueId;
    },
    run: approving,
  },
  {
    name: 'approved by a status alone',
    least: { points: 12, pairs: 156 },
    rest: drain,
    scene: byStatus,
    prepare: raised,
    run: movingOn,
  },
  {
    name: 'exempt from approval, as a member of a group',
    least: { points: 12, pairs: 156 },
    rest: drain,
    scene: exempting,
    prepare: raised,
    run: async (world, issueId) => {
      world.site.directory.setMember(trusted.id, who.employee, true);
      world.site.work.edit(issueId, { by: who.agent, assignee: who.agent });
      await quietly(world);
    },
  },
  {
    name: 'invited by address',
    least: { points: 15, pairs: 210 },
    lost: { effect: 'egress POST /rest/api/3/user', endsIn: 'invitee-unknown' },
    rest: drain,
    scene: inviting,
    prepare: (world) => raised(world, raiseForJoiner),
    run: approving,
  },
  {
    name: 'its ticket is hidden, and back',
    least: { points: 5, pairs: 20 },
    rest: drain,
    scene: short,
    prepare: raised,
    run: async (world, issueId) => {
      for (const visible of [false, true]) {
        show(world, visible);
        await untilDone(world, () => world.call('request.retry', { issueId }));
      }
    },
  },
];
