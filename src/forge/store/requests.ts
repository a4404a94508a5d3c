import { Filter, FilterConditions, kvs, Sort, WhereConditions } from '@forge/kvs';
import type { RequestFilter, Requests } from '../../app/governance-ports';
import { entityQuery, LARGEST_PAGE, readPage, readableRows, type EntityQuery } from './entity-page';
import { entities, keys } from './keys';
import { requestOf, type RequestRow } from './request-row';

const PAGE_SIZE = 50;
const requests = () => kvs.entity<RequestRow>(entities.request);

export const kvsRequests: Requests = {
  async find(issueId) {
    const row: unknown = await requests().get(keys.request(issueId));
    return row === undefined ? undefined : requestOf(row);
  },

  async list(filter, cursor) {
    const query = narrowed(filter).sort(Sort.DESC).limit(PAGE_SIZE);
    const { rows, ...rest } = await readPage(query, cursor);
    return { items: readableRows(requestOf, rows), ...rest };
  },

  async listDue(now, cursor) {
    const due = entityQuery<RequestRow>(entities.request, 'by-wake')
      .where(WhereConditions.lessThanEqualTo(now.toISOString()))
      .sort(Sort.ASC)
      .limit(LARGEST_PAGE);
    const { rows, ...rest } = await readPage(due, cursor);
    return { items: readableRows(requestOf, rows), ...rest };
  },
};

/** The index that leaves the least to filter: the storage filters a page after it was cut. */
function narrowed({ person, ruleId, state }: RequestFilter) {
  const query = (index: string, partition?: readonly string[]) =>
    entityQuery<RequestRow>(entities.request, index, partition);
  if (person !== undefined) return filtered(query('by-person', [person]), { rule: ruleId, state });
  if (ruleId !== undefined) return filtered(query('by-rule', [ruleId]), { state });
  if (state !== undefined) return query('by-state', [state]);
  return query('by-time');
}

function filtered(
  query: EntityQuery<RequestRow>,
  wanted: { readonly rule?: string | undefined; readonly state?: string | undefined },
) {
  const [first, ...rest] = (['rule', 'state'] as const).flatMap((field) => {
    const value = wanted[field];
    return value === undefined ? [] : [{ field, is: FilterConditions.equalTo(value) }];
  });
  if (!first) return query;
  const filter = new Filter<RequestRow>().and(first.field, first.is);
  return query.filters(rest.reduce((all, { field, is }) => all.and(field, is), filter));
}
