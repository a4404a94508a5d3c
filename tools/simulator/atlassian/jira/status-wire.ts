import type { World } from '../exchange';
import type { Project, Status } from '../work/model';

const categories = {
  NEW: { id: 2, key: 'new', colorName: 'blue-gray', name: 'To Do' },
  INDETERMINATE: { id: 4, key: 'indeterminate', colorName: 'yellow', name: 'In Progress' },
  DONE: { id: 3, key: 'done', colorName: 'green', name: 'Done' },
} as const;

export function statusToWire({ baseUrl }: World, { id, name, category }: Status) {
  const statusCategory = categories[category];
  return {
    self: `${baseUrl}/rest/api/3/status/${id}`,
    description: '',
    iconUrl: `${baseUrl}/images/icons/statuses/generic.png`,
    name,
    id,
    statusCategory: { self: `${baseUrl}/rest/api/3/statuscategory/${statusCategory.id}`, ...statusCategory },
  };
}

export const issueTypeToWire = ({ baseUrl }: World, { id, name }: Project['issueTypes'][number]) => ({
  self: `${baseUrl}/rest/api/3/issuetype/${id}`,
  id,
  description: '',
  iconUrl: `${baseUrl}/rest/api/2/universal_avatar/view/type/issuetype/avatar/10552?size=medium`,
  name,
  subtask: false,
  avatarId: 10_552,
  hierarchyLevel: 0,
});

const SIZES = ['48x48', '24x24', '16x16', '32x32'];

export const projectRef = ({ baseUrl }: World, { id, key, name }: Project) => ({
  self: `${baseUrl}/rest/api/3/project/${id}`,
  id,
  key,
  name,
  projectTypeKey: 'service_desk',
  simplified: false,
  avatarUrls: Object.fromEntries(
    SIZES.map((size) => [
      size,
      `${baseUrl}/rest/api/3/universal_avatar/view/type/project/avatar/10400?size=${size}`,
    ]),
  ),
});
