import { route } from '@forge/api';
import { z } from 'zod';
import type { Message } from '../../domain/message';
import { anything, askJira, findInJira } from '../jira';
import { documentOf } from './adf';
import { outOfSight } from './parts';

/** Kept with each comment of the app: what it is about, so that nothing is said twice. */
const MARK = 'identity-governance';
/** https://developer.atlassian.com/cloud/jira/service-desk/rest/intro/ Internal comments are for the desk's agents. */
const AUDIENCE = 'sd.public.comment';
const PAGE_SIZE = 100;

interface Saying {
  readonly key: string;
  readonly message: Message;
}

/** In order, one after the other. `not-found`: the ticket cannot be seen. */
export async function say(issueId: string, messages: readonly Saying[]): Promise<void> {
  const said = await readSaid(issueId, new Set(messages.map(({ key }) => key)));
  for (const { key, message } of messages) {
    if (said.has(key)) continue;
    said.add(key);
    const done = await findInJira(route`/rest/api/3/issue/${issueId}/comment`, {
      method: 'POST',
      body: {
        body: documentOf(message),
        properties: [
          { key: MARK, value: { key } },
          { key: AUDIENCE, value: { internal: message.audience === 'internal' } },
        ],
      },
      shape: anything,
    });
    if (!done) throw outOfSight();
  }
}

const mark = z.object({ key: z.literal(MARK), value: z.object({ key: z.string() }) });
const comment = z.object({
  author: z.object({ accountId: z.string() }).optional(),
  properties: z.array(z.unknown()).optional(),
});
const page = z.object({ total: z.int(), comments: z.array(comment) });

/**
 * Which of the keys are there, in comments of the app itself: anybody who may comment can leave such a mark. Newest
 * first, for what was just said is what is said again after a crash.
 */
async function readSaid(issueId: string, wanted: ReadonlySet<string>): Promise<Set<string>> {
  const said = new Set<string>();
  let own: string | undefined;
  for (let at = 0; ;) {
    const part = new URLSearchParams({
      startAt: String(at),
      maxResults: String(PAGE_SIZE),
      orderBy: '-created',
      expand: 'properties',
    });
    const found = await findInJira(route`/rest/api/3/issue/${issueId}/comment?${part}`, { shape: page });
    if (!found) throw outOfSight();
    for (const each of found.comments) {
      const keys = keysOf(each).filter((key) => wanted.has(key));
      if (keys.length === 0) continue;
      own ??= await readOwnAccount();
      if (each.author?.accountId === own) keys.forEach((key) => said.add(key));
    }
    at += found.comments.length;
    if (said.size === wanted.size || at >= found.total || found.comments.length === 0) return said;
  }
}

const keysOf = ({ properties = [] }: z.output<typeof comment>): readonly string[] =>
  properties.flatMap((property) => {
    const parsed = mark.safeParse(property);
    return parsed.success ? [parsed.data.value.key] : [];
  });

/**
 * Asked for only when there is a mark to be judged, which is rare.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-myself/ getCurrentUser
 */
const readOwnAccount = async (): Promise<string> =>
  (await askJira(route`/rest/api/3/myself`, { shape: z.object({ accountId: z.string() }) })).accountId;
