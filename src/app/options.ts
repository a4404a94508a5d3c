import type { z } from 'zod';
import type { Target } from '../connectors/connector';
import type { DescribeInput, SearchInput } from '../contract/inputs';
import type { OptionView, PageView } from '../contract/views';
import { isOpen } from '../domain/draft';
import type { Ports } from './ports';
import { connectionGone, draftGone } from './problems';
import { openTarget } from './open-target';
import { answerOf, useTarget } from './target';

type Source = z.output<typeof SearchInput>['source'];

interface Asking {
  readonly by: string;
  readonly during: string;
}

/** What a picker of groups is for, as a target knows it. */
const purposeOf = { groups: 'default', membership: 'membership', privileged: 'privileged' } as const;

/** People or groups that can be picked, searched by the target itself, one page at a time. */
export const searchOptions =
  (ports: Ports) =>
  (
    { source, kind, query, cursor }: z.output<typeof SearchInput>,
    by: string,
  ): Promise<PageView<OptionView>> =>
    ask(ports, source, {
      by,
      during: kind === 'person' ? 'searching people' : 'searching groups',
      work: async (target) => {
        const { items, ...rest } =
          kind === 'person'
            ? await target.searchPeople(query.trim(), cursor)
            : await target.searchGroups(query.trim(), cursor, { purpose: purposeOf[kind] });
        return { items: items.map((option) => ({ ...option })), ...rest };
      },
    });

/** What is picked already, as it is now. */
export const describeOptions =
  (ports: Ports) =>
  ({ source, kind, ids }: z.output<typeof DescribeInput>, by: string): Promise<OptionView[]> =>
    ask(ports, source, {
      by,
      during: kind === 'person' ? 'reading a person' : 'reading groups',
      work: async (target) => {
        if (ids.length === 0) return [];
        const described =
          kind === 'person'
            ? await target.describePeople(ids)
            : await target.describeGroups(ids, { purpose: purposeOf[kind] });
        return described.map((option) => ({ ...option }));
      },
    });

/** Asks with the caller's own draft, or with the credential of a connection, whose health then hears of a refusal. */
async function ask<T>(
  ports: Ports,
  source: Source,
  { by, during, work }: Asking & { readonly work: (target: Target) => Promise<T> },
): Promise<T> {
  if ('connection' in source) {
    const watched = await ports.connections.find(source.connection);
    if (!watched) throw connectionGone();
    return useTarget(ports, watched, { during, by: { kind: 'user', id: by }, work });
  }
  const [draft, credential] = await Promise.all([
    ports.drafts.find(source.draft),
    ports.credentials.find(source.draft),
  ]);
  if (!draft || !credential || !isOpen(draft, by, ports.clock.now())) throw draftGone();
  return answerOf(work(await openTarget(ports, draft.connector, credential)));
}
