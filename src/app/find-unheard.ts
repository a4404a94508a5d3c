import { Fault } from '../domain/fault';
import { inBatches } from '../domain/in-batches';
import { isOfType } from '../domain/match-rule';
import { isOutOfTime, type AccessRequest } from '../domain/request';
import type { Changed } from './desk-ports';
import type { RuleBook } from './governance-ports';
import { inTurn } from './in-turn';
import type { Ports } from './ports';

/**
 * So many of each are looked at in one round: together they are what the queue takes in a minute. What changed last may
 * have just been approved, and goes first.
 */
const MOST = { latest: 100, unknown: 300, open: 100 } as const;

interface Round {
  readonly since: Date;
  /** How long it is from one round of its kind to the next, in milliseconds. */
  readonly roundMs: number;
}

/**
 * Ids of tickets that changed and may still become something else, whatever was heard of them: those on their way that
 * changed last, those that nothing is known of, and the rest that is on its way. Most that stay unknown are none that a
 * rule will ever take in, and most that wait go on waiting: of very many, each round takes others.
 */
export async function findUnheard(ports: Ports, { since, roundMs }: Round): Promise<readonly string[]> {
  const book = await ports.rules.book();
  const projects = [...new Set(book.entries.map(({ trigger }) => trigger.projectId))];
  const changes = await findChanges(ports, since, projects);
  const oldestFirst = [...new Map(changes.map((each) => [each.issueId, each])).values()].reverse();
  const judged = await judgeAll(ports, book, oldestFirst);
  const those = (standing: Standing): readonly string[] =>
    oldestFirst.flatMap(({ issueId }, index) => (judged[index] === standing ? [issueId] : []));
  const [open, unknown] = [those('open').toReversed(), those('unknown')];
  return [
    ...open.slice(0, MOST.latest),
    ...inTurn(ports, unknown, { most: MOST.unknown, roundMs }),
    ...inTurn(ports, open.slice(MOST.latest), { most: MOST.open, roundMs }),
  ];
}

type Projects = readonly string[];

/** One project that cannot be searched makes Jira refuse the search of all: then each is searched by itself. */
async function findChanges(ports: Ports, since: Date, projects: Projects): Promise<readonly Changed[]> {
  try {
    return await searchAll(ports, since, projects);
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'target-refused') throw error;
    const [only, ...others] = projects;
    if (only === undefined || others.length === 0) {
      ports.report(new Fault(error.code, `The project ${only} cannot be searched.`, { cause: error }));
      return [];
    }
    const found: Changed[] = [];
    for (const project of projects) found.push(...(await findChanges(ports, since, [project])));
    return found.sort((a, b) => b.at.getTime() - a.at.getTime());
  }
}

async function searchAll(ports: Ports, since: Date, projects: Projects): Promise<readonly Changed[]> {
  if (projects.length === 0) return [];
  const found: Changed[] = [];
  let cursor: string | undefined;
  do {
    const page = await ports.desk.changedSince(since, projects, cursor);
    found.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined && ports.hasTime());
  return found;
}

/** `settled`: over and told, or nothing that a rule is for. It needs no run of its own. */
type Standing = 'unknown' | 'open' | 'settled';

const judgeAll = (ports: Ports, book: RuleBook, all: readonly Changed[]): Promise<readonly Standing[]> =>
  inBatches(all, (changed) => judge(ports, book, changed));

async function judge(ports: Ports, { entries }: RuleBook, changed: Changed): Promise<Standing> {
  const { issueId, type } = changed;
  try {
    const request = await ports.requests.find(issueId);
    if (request) return mayStillMove(request, changed) ? 'open' : 'settled';
    const isMeant = entries.some(
      ({ state, trigger }) => state === 'enabled' && (!type || isOfType(trigger, type)),
    );
    return isMeant ? 'unknown' : 'settled';
  } catch (error) {
    // What cannot be read may be something that waits: whoever works on it will say.
    ports.report(error);
    return 'open';
  }
}

/** After its deadline only somebody else's change of its ticket may be an approval that came too late. */
const mayStillMove = (request: AccessRequest, { at }: Changed): boolean =>
  request.wakeAt !== undefined ||
  request.state === 'awaiting-approval' ||
  request.state === 'quarantined' ||
  (isOutOfTime(request) && at > request.changedAt);
