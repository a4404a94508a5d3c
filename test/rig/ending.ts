import { claimsOf, requestsOf, trailOf, type Claim, type Told } from './claims';
import { kindOf } from './ledger';
import type { Oracle } from './oracle';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { MINUTE, types, type World } from './world';

const { statuses, it } = acme.desk;
const done = [statuses.completed, statuses.declined, statuses.cancelled].map(({ id }) => id);
const FINISHED = ['fulfilled', 'partly-fulfilled', 'failed'];
const UNFINISHED = ['received', 'approved', 'provisioning'];

/** What must be true once nothing has gone wrong for as long as the bound says. */
export function whatIsUnfinished(world: World, oracle: Oracle): readonly string[] {
  const requests = new Map(requestsOf(world).map((told) => [told.issueId, told]));
  const valid = new Set([...oracle.ledger.valid().values()].flat());
  return [
    // A ticket that cannot be seen may be hidden for an hour: it is over at the very end.
    ...[...requests.values()].flatMap((told) =>
      world.site.work.find(told.issueId) ? unfinished(world, told) : [],
    ),
    ...[...valid].flatMap((issueId) => unserved(world, oracle, { told: requests.get(issueId), issueId })),
    ...claimsOf(world).flatMap((claim) => overdue(world, claim)),
    ...claimsOf(world).flatMap((claim) => untrue(world, oracle, claim)),
    ...tooLong(world, oracle),
    ...untold(world),
  ];
}

function unfinished({ site: { work } }: World, { issueId, state, why }: Told): readonly string[] {
  if (UNFINISHED.includes(state)) return [`request ${issueId} is still ${state} (${why})`];
  const issue = work.find(issueId);
  if (state !== 'awaiting-approval' || issue?.requestTypeId === undefined) return [];
  const approval = issue.approvals.at(-1);
  const isOver = approval !== undefined && approval.finalDecision !== 'pending';
  const isDeclined = issue.statusId === statuses.declined.id;
  return isOver || isDeclined ? [`request ${issueId} waits, and its approval is over`] : [];
}

/** A request that nobody has touched but its approvers is served whatever has gone wrong meanwhile. */
function unserved(
  world: World,
  oracle: Oracle,
  { told, issueId }: { readonly told: Told | undefined; readonly issueId: string },
): readonly string[] {
  const entry = oracle.ledger.entries.get(issueId);
  // A rule that was switched off before its ticket was heard of is for no ticket.
  if (!told) return oracle.rulesStayed ? [`${issueId} was approved, and the app has never heard of it`] : [];
  if (!entry?.plain) return [];
  // What an administrator withdraws on its way in comes to nothing.
  if (claimsOf(world).some((claim) => claim.issueId === issueId && oracle.withdrawn.has(claim.id))) return [];
  const served = ['fulfilled', 'partly-fulfilled'].includes(told.state);
  return served || isOver(world, { ...entry, skewMs: oracle.skewMs })
    ? []
    : [`${issueId} was approved, and is ${told.state} (${told.why})`];
}

interface Promised {
  readonly ends: ReadonlySet<number>;
  readonly issueId: string;
  readonly skewMs: number;
}

/** It was heard of only when the time that was approved had passed. */
function isOver(world: World, { ends, issueId, skewMs }: Promised): boolean {
  const refused = trailOf(world).find(
    ({ on, what, why }) =>
      on === `request#${issueId}` &&
      (what === 'request.failed' || (what === 'request.refused' && why === 'end-past')),
  );
  return refused !== undefined && Math.max(...ends) <= refused.at + skewMs;
}

/** An alarm may be lost: the next round finds what has ended. */
const ROUND_MS = 6 * MINUTE;

function overdue(world: World, { id, live, state, until }: Claim): readonly string[] {
  return live && until + ROUND_MS <= world.clock.time()
    ? [`grant ${id} should have ended, and is ${state}`]
    : [];
}

/** Whatever the app says of its ends: nothing that it gave is held when every end that was promised has passed. */
function tooLong(world: World, oracle: Oracle): readonly string[] {
  const claims = claimsOf(world);
  const lastEndOf = ({ id, issueId }: Claim): number =>
    Math.max(oracle.lengthened.get(id) ?? 0, ...(oracle.ledger.entries.get(issueId)?.ends ?? []));
  return oracle.ofApp().flatMap((pair) => {
    const ends = claims.filter((claim) => `${claim.group} ${claim.person}` === pair).map(lastEndOf);
    return Math.max(0, ...ends) + ROUND_MS > world.clock.time() ? [] : [`${pair} is held beyond its end`];
  });
}

/** Whoever looks at a ticket that is done sees what has become of it. */
function untold(world: World): readonly string[] {
  return requestsOf(world).flatMap(({ issueId, state }) => {
    const issue = world.site.work.find(issueId);
    const marks = JSON.stringify(issue?.comments.map(({ properties }) => properties) ?? []);
    return issue && FINISHED.includes(state) && !marks.includes('"outcome"')
      ? [`${issueId} is ${state}, and its ticket was not told`]
      : [];
  });
}

/** What is said to be held is held, unless somebody took it by hand. */
function untrue(world: World, oracle: Oracle, { id, state, group, person }: Claim): readonly string[] {
  if (state !== 'active' || oracle.wasTakenByHand(`${group} ${person}`)) return [];
  return world.site.directory.isMember(group, person) ? [] : [`grant ${id} is active, and nobody holds it`];
}

/** What must be true once every end has come as well. */
export function whatIsLeft(world: World, oracle: Oracle): readonly string[] {
  const { plain } = world.stored();
  return [
    ...oracle.ofApp().map((pair) => `${pair} was left behind`),
    ...claimsOf(world).flatMap(({ id, live, state }) => (live ? [`grant ${id} lives on as ${state}`] : [])),
    ...Object.entries(plain).flatMap(([key, value]) =>
      key.startsWith('holding#') && JSON.stringify(value).includes('"lease"') ? [`${key} has a lease`] : [],
    ),
    ...requestsOf(world).flatMap((told) => unfinished(world, told)),
    ...disorder(world),
    ...doubled(world),
    ...unheard(world, oracle),
  ];
}

const ORDER = ['request.received', 'request.approved', 'grant.intended', 'grant.succeeded'] as const;

/** The trail is told forwards, and each thing after what it needs. */
function disorder(world: World): readonly string[] {
  const wrong: string[] = [];
  const last = new Map<string, number>();
  const seen = new Set<string>();
  for (const { on, what, at, grant } of trailOf(world)) {
    if (!on.startsWith('request#')) continue;
    if (at < (last.get(on) ?? 0)) wrong.push(`${on}: ${what} is told before what came before it`);
    last.set(on, at);
    const step = ORDER.findIndex((each) => each === what);
    const needed = ORDER[step - 1];
    const about =
      needed?.startsWith('grant.') === true ? `${on} ${grant} ${needed}` : `${on} ${needed ?? ''}`;
    if (needed !== undefined && !seen.has(about)) wrong.push(`${on}: ${what} without ${needed}`);
    if (what === 'grant.revoked' && !seen.has(`${on} ${grant} grant.withdrawing`))
      wrong.push(`${on}: revoked without having been withdrawn`);
    seen.add(what.startsWith('grant.') ? `${on} ${grant} ${what}` : `${on} ${what}`);
  }
  return wrong;
}

/** Nothing is said twice. */
function doubled({ site: { work } }: World): readonly string[] {
  return work.issues().flatMap(({ key, comments }) => {
    const marks = comments.map(({ properties }) =>
      JSON.stringify(properties.find((each) => each.key === 'identity-governance')?.value),
    );
    return marks.flatMap((mark, index) =>
      mark !== undefined && marks.indexOf(mark) !== index ? [`${key} was told ${mark} twice`] : [],
    );
  });
}

/** Every ticket of an enabled rule became a request. */
function unheard(world: World, { ledger, rulesStayed }: Oracle): readonly string[] {
  const known = new Set(requestsOf(world).map(({ issueId }) => issueId));
  return [...ledger.entries.values()].flatMap(({ issueId }) => {
    const issue = world.site.work.find(issueId);
    // What was over before the app heard of it asks for nothing any more.
    const isOpen = issue !== undefined && !done.includes(issue.statusId);
    const stands = isOpen && issue.projectId === it.id && issue.requestTypeId === types[kindOf(issue)];
    return stands && rulesStayed && !known.has(issueId) ? [`${issueId} never became a request`] : [];
  });
}
