import { json } from '../answer';
import type { Exchange, Operation } from '../exchange';
import type { Group } from '../model';
import { rightsOf } from '../rights';
import type { SiteResponse } from '../wire';
import { holds } from './my-permissions';

/** The server's own limit (`jira.ajax.autocomplete.limit`), whatever is asked for. */
const LIMIT = 20;

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The name with the matched part between `strong` tags. */
function highlight(name: string, start: number, length: number): string {
  if (start < 0 || length === 0) return escapeHtml(name);
  const [before, match, after] = [
    name.slice(0, start),
    name.slice(start, start + length),
    name.slice(start + length),
  ];
  return `${escapeHtml(before)}<strong>${escapeHtml(match)}</strong>${escapeHtml(after)}`;
}

const isAdminGroup = ({ roles }: Group) => roles.some(({ role }) => role.endsWith('admin'));

/** Never a 403: whoever may not look finds nothing. */
function pick(exchange: Exchange): SiteResponse {
  const { query, view } = exchange;
  const rights = rightsOf(exchange);
  const term = query.text('query') ?? '';
  const fold = (name: string) => (query.flag('caseInsensitive') ? name.toLowerCase() : name);
  const [excludedIds, excludedNames] = [query.all('excludeId'), query.all('exclude')];
  const matches = (group: Group) => {
    if (excludedIds.includes(group.id) || excludedNames.includes(group.name)) return false;
    return rights.browses ? fold(group.name).includes(fold(term)) : group.name === term;
  };
  const found = holds(exchange, 'BROWSE_PROJECTS') ? view.groups().filter(matches) : [];
  const shown = found.slice(0, limitOf(query.text('maxResults')));
  return json(200, {
    header: `Showing ${shown.length} of ${found.length} matching groups`,
    total: found.length,
    groups: shown.map((group) => ({
      name: group.name,
      html: highlight(group.name, fold(group.name).indexOf(fold(term)), term.length),
      labels: isAdminGroup(group)
        ? [{ text: 'Admin', title: 'Users in this group are administrators', type: 'ADMIN' }]
        : [],
      groupId: group.id,
      managedBy: group.managedBy,
      usageType: group.usageType,
    })),
  });
}

/** A number that cannot be read counts as none: the call has no answer for bad input. */
const limitOf = (raw: string | undefined) => {
  const wanted = Number(raw);
  return Number.isInteger(wanted) && wanted > 0 ? Math.min(wanted, LIMIT) : LIMIT;
};

export const findGroups: Operation = {
  document: 'jira',
  operationId: 'findGroups',
  method: 'GET',
  template: '/rest/api/3/groups/picker',
  anonymous: 'welcome',
  statuses: [200],
  play: pick,
};
