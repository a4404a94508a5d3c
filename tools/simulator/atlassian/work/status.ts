import type { World } from '../exchange';
import { afterEntering, beforeLeaving } from './approval';
import type { Issue } from './issue';
import { NOTHING, sideOf, systemItem, type ChangeItem } from './save';

const DONE = { id: '10000', text: 'Done' };

/** The issue in another status, not yet kept, and what the changelog will say of it. */
export function inStatus(world: World, issue: Issue, statusId: string): [Issue, readonly ChangeItem[]] {
  const { work, clock } = world;
  const [from, to] = [work.status(issue.statusId), work.status(statusId)];
  const resolved = to.category === 'DONE';
  const moved: Issue = {
    ...beforeLeaving(world, issue),
    statusId,
    resolved,
    statuses: [...issue.statuses, { statusId, at: clock.time() }],
  };
  const [was, is] = [issue.resolved ? DONE : NOTHING, resolved ? DONE : NOTHING];
  return [
    afterEntering(world, moved),
    [
      ...(was === is ? [] : [systemItem('resolution', was, is)]),
      systemItem('status', sideOf(from), sideOf(to)),
    ],
  ];
}
