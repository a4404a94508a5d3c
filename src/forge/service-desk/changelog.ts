import { route } from '@forge/api';
import { z } from 'zod';
import { Fault } from '../../domain/fault';
import type { TicketChange } from '../../domain/ticket';
import { askJira } from '../jira';
import { jiraDate } from './parts';

/** Each item also has a `toString` of its own, which is data: only what is named here is ever touched. */
const history = z.object({
  id: z.string(),
  author: z.object({ accountId: z.string() }).nullish(),
  created: jiraDate,
  items: z.array(
    z.object({
      field: z.string(),
      fieldId: z.string().optional(),
      from: z.string().nullish(),
      to: z.string().nullish(),
    }),
  ),
});
type History = z.output<typeof history>;

/** As it comes with an issue: the newest first, and not always all of them. */
export const expandedChangelog = z.object({ total: z.int(), histories: z.array(history) });
export type ExpandedChangelog = z.output<typeof expandedChangelog>;

/** Every change, oldest first. One that was not read must never be taken for none. */
export async function wholeChangelog(
  issueId: string,
  seen: ExpandedChangelog,
): Promise<readonly TicketChange[]> {
  const whole = seen.histories.length >= seen.total ? seen.histories : await readAll(issueId);
  return [...whole].sort(byAge).flatMap(changesOf);
}

const page = z.object({ total: z.int(), isLast: z.boolean().optional(), values: z.array(history) });
const PAGE_SIZE = 100;

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/ getChangeLogs */
async function readAll(issueId: string): Promise<readonly History[]> {
  const all: History[] = [];
  for (;;) {
    const path = route`/rest/api/3/issue/${issueId}/changelog?startAt=${all.length}&maxResults=${PAGE_SIZE}`;
    const { values, total, isLast } = await askJira(path, { shape: page });
    all.push(...values);
    if (isLast === true || all.length >= total) return all;
    if (values.length === 0)
      throw new Fault(
        'target-unavailable',
        'Jira did not tell all changes of a ticket. Try again in a moment.',
      );
  }
}

/** Ids grow with time; two changes of one instant keep their order by them. */
const byAge = (a: History, b: History) =>
  a.created.getTime() - b.created.getTime() || Number(a.id) - Number(b.id);

const changesOf = ({ id, author, created, items }: History): readonly TicketChange[] =>
  items.map(({ field, fieldId, from, to }, index) => ({
    id: `${id}-${index}`,
    at: created,
    by: author?.accountId ?? '',
    field: fieldId ?? field,
    from: from ?? null,
    to: to ?? null,
  }));
