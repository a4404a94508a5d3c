import type { Exchange } from '../exchange';
import type { Group } from '../model';

/** The document's `GroupName`. */
export const groupName = ({ world }: Exchange, group: Group) => ({
  name: group.name,
  groupId: group.id,
  self: `${world.baseUrl}/rest/api/3/group?groupId=${group.id}`,
});
