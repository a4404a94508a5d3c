import { kvs, Sort, WhereConditions } from '@forge/kvs';
import type { Between, Grants } from '../../app/governance-ports';
import type { Page } from '../../connectors/connector';
import type { Grant } from '../../domain/grant';
import { entityQuery, LARGEST_PAGE, readPage, readableRows, type EntityQuery } from './entity-page';
import { grantOf, type GrantRow } from './grant-row';
import { entities, keys } from './keys';

const PAGE_SIZE = 50;
/** https://developer.atlassian.com/platform/forge/runtime-reference/storage-api-batch/ */
const BATCH_SIZE = 25;
const grants = () => kvs.entity<GrantRow>(entities.grant);

export const kvsGrants: Grants = {
  find,

  async findMany(ids) {
    const wanted = [...new Set(ids)];
    const batches = Array.from({ length: Math.ceil(wanted.length / BATCH_SIZE) }, (_, at) =>
      findBatch(wanted.slice(at * BATCH_SIZE, (at + 1) * BATCH_SIZE)),
    );
    return (await Promise.all(batches)).flat();
  },

  listDue: (way, now, cursor) => pageOf(byLane(way).where(upTo(now)), cursor),
  listDueOf: (resourceId, now, cursor) => pageOf(byResource(resourceId).where(upTo(now)), cursor),
  listWaking: (way, span, cursor) => pageOf(byLane(way).where(between(span)), cursor),
  listLiveOf: (connectionId) => listIn('by-connection', connectionId, undefined),
  listLiveBy: (ruleId, cursor) => listIn('by-rule', ruleId, cursor),
  listByState: (state, cursor) => listIn('by-state', state, cursor),
  listByPerson: (accountId, cursor) => listIn('by-person', accountId, cursor),
};

const byLane = (way: Grant['way']) => entityQuery<GrantRow>(entities.grant, 'by-lane', [way]);
const byResource = (id: string) => entityQuery<GrantRow>(entities.grant, 'by-resource', [id]);

const upTo = (now: Date) => WhereConditions.lessThanEqualTo(now.toISOString());
const between = ({ after, until }: Between) =>
  WhereConditions.between(new Date(after.getTime() + 1).toISOString(), until.toISOString());

/** The longest waiting first. */
async function pageOf(query: EntityQuery<GrantRow>, cursor?: string): Promise<Page<Grant>> {
  const { rows, ...rest } = await readPage(query.sort(Sort.ASC).limit(LARGEST_PAGE), cursor);
  return { items: readableRows(grantOf, rows), ...rest };
}

/** Newest first. */
async function listIn(index: string, partition: string, cursor: string | undefined): Promise<Page<Grant>> {
  const query = entityQuery<GrantRow>(entities.grant, index, [partition]).sort(Sort.DESC).limit(PAGE_SIZE);
  const { rows, ...rest } = await readPage(query, cursor);
  return { items: readableRows(grantOf, rows), ...rest };
}

async function find(id: string): Promise<Grant | undefined> {
  const row: unknown = await grants().get(keys.grant(id));
  return row === undefined ? undefined : grantOf(row);
}

/** What a batch does not bring is read by itself: only that read tells what is missing from what failed. */
async function findBatch(ids: readonly string[]): Promise<readonly Grant[]> {
  const asked = ids.map((id) => ({ key: keys.grant(id), entityName: entities.grant }));
  const { successfulKeys } = await kvs.batchGet<GrantRow>(asked);
  const found = new Map(successfulKeys.map(({ key, value }) => [key, value]));
  const each = ids.map(async (id) => {
    const row = found.get(keys.grant(id));
    return row === undefined ? find(id) : grantOf(row);
  });
  return (await Promise.all(each)).filter((grant) => grant !== undefined);
}
