import { z } from 'zod';
import type { Fault } from '../../domain/fault';
import type { Taking as Options } from '../connector';
import type { Means } from './means';
import { readStanding } from './membership';
import { mustBeGone, remove, removeOnce, type Taking } from './remove';
import { mustBeTakeable } from './takeable';
import { groupChanged } from './why-not-given';

/** How the site talks, and nothing else, hangs on it: it is learned once in the life of a token. */
const YEAR_SECONDS = 365 * 86_400;

/**
 * Takes somebody out of a group, through Jira's operation. It is always asked, whatever the lists say: they lag, and
 * somebody who was added a moment ago is not in them yet. The look afterwards decides whether it is done, and the
 * answer whether there was anything to do: three calls, where the site is known to tell one from the other.
 */
export async function revoke(
  means: Means,
  taking: Taking,
  options: Options = {},
): Promise<'revoked' | 'already'> {
  await mustBeTakeable(means, taking, options);
  const done: Taken[] = [];
  const key = `confluence tells who was no member, seen by ${await means.ownAccount()}`;
  const what = { key, decides: 'manner', forSeconds: YEAR_SECONDS, shape: z.boolean() } as const;
  const tells = await means.remember(what, async () => {
    const taken = await take(means, taking, undefined);
    done.push(taken);
    return taken.tells;
  });
  return (done[0] ?? (await take(means, taking, tells))).outcome;
}

interface Taken {
  readonly outcome: 'revoked' | 'already';
  readonly tells: boolean;
}

/**
 * `tells`: whether the site answers otherwise for somebody who is no member, which is not documented. Where that is not
 * known, it is found out by asking once more, because a removal that is repeated changes nothing. Where it does not
 * tell, a look before has to.
 */
async function take(means: Means, taking: Taking, tells: boolean | undefined): Promise<Taken> {
  const { who, what } = taking;
  const before = tells === true ? undefined : await readStanding(means.call, who, what.resource.id);
  const { fault, lost } = await remove(means, taking);
  await mustBeGone(means, taking, fault);
  const telling = tells ?? (await answersOtherwise(means, taking, fault));
  const wasThere = lost || (!fault && (telling || before?.member !== 'no'));
  return { outcome: wasThere ? 'revoked' : 'already', tells: telling };
}

/** A refusal says so by itself, unless it was about a group that has gone. */
async function answersOtherwise(means: Means, taking: Taking, fault: Fault | undefined): Promise<boolean> {
  if (!fault) return (await removeOnce(means, taking)) !== undefined;
  return (await groupChanged(means.call, taking.what.resource.id)) === undefined;
}
