import { isLive, wasGiven, type Grant } from '../domain/grant';
import type { Message } from '../domain/message';
import type { AccessRequest, Outgoing, Snapshot } from '../domain/request';
import type { GroupRef, Rule, StatusRef } from '../domain/rule';
import * as words from '../domain/words';
import * as ofAsking from '../domain/words-of-asking';
import * as ofGrants from '../domain/words-of-grants';
import type { Trouble } from './trouble';
import { whyMissing, type Standstill } from './why-missing';

/** What the app says on a ticket, out of what it knows of a request. The words themselves are the domain's. */

interface Understood extends Omit<words.Understood, 'approval'> {
  readonly rule: Rule;
}

export const saidUnderstood = ({ rule, ...understood }: Understood): Message =>
  words.understood({ ...understood, approval: rule.approval });

export const saidTroubled = (troubles: readonly Trouble[]): Message => words.notUnderstood(troubles);
export const saidReminder = ({ asked, asking }: AccessRequest): Message =>
  ofAsking.waitingReminder(asking?.unasked ? [] : asked);

export const moveTo = (status: StatusRef | undefined): readonly Outgoing[] =>
  status ? [{ kind: 'move', key: 'move', statusId: status.id }] : [];

export const groupOf = ({ what }: Pick<Grant, 'what'>): GroupRef => ({
  id: what.resource.id,
  name: what.resource.name,
});

interface Finished {
  readonly snapshot: Snapshot;
  readonly grants: readonly (Grant | undefined)[];
  readonly standstill: Standstill | undefined;
}

/** What has become of everything that was approved, as it is now: something may have ended or be extended already. */
export function saidOutcome({ snapshot, grants, standstill }: Finished): Message {
  const given = grants.flatMap((grant) => (grant && wasGiven(grant) ? [grant] : []));
  const there = given.filter(isLive);
  const missing = snapshot.groups.flatMap((group, index) => {
    const grant = grants[index];
    return wasGiven(grant) ? [] : [{ group, ...whyMissing(grant, standstill) }];
  });
  const ends = [...new Set(there.map(({ until }) => until?.getTime()))];
  const access = ends.map((end) =>
    accessThat(
      there.filter(({ until }) => until?.getTime() === end),
      snapshot.zone,
    ),
  );
  const over = saidEnd(given.filter((grant) => !isLive(grant)));
  return ofGrants.outcome(access, over?.paragraphs ?? [], missing);
}

/** That ends, or lasts, together. */
function accessThat(grants: readonly Grant[], zone: string): ofGrants.Given {
  const [first] = grants;
  return {
    accountId: first?.accountId ?? '',
    groups: grants.map(groupOf),
    zone,
    ...(first?.until && { endsAt: first.until }),
  };
}

export const saidBlocked = (grant: Grant): readonly Message[] =>
  grant.problem ? ofGrants.blocked(groupOf(grant), grant.problem) : [];

/** Undefined: nothing that anybody would have noticed has ended. */
export function saidEnd(grants: readonly Grant[]): Message | undefined {
  const [first] = grants;
  if (!first) return undefined;
  const { accountId } = first;
  const groupsThat = (holds: (grant: Grant) => boolean) => grants.filter(holds).map(groupOf);
  const keptFor = (because: NonNullable<Grant['kept']>) => groupsThat(({ kept }) => kept === because);
  const parts = [
    ...(['expired', 'admin', 'cancelled'] as const).flatMap((why) => {
      const groups = groupsThat(({ state, ending = 'expired' }) => state === 'revoked' && ending === why);
      return groups.length > 0 ? [ofGrants.takenBack(accountId, groups, why)] : [];
    }),
    ...(['held-before', 'needed', 'accepted'] as const).flatMap((because) => {
      const groups = keptFor(because);
      return groups.length > 0 ? [ofGrants.released(accountId, groups, because)] : [];
    }),
  ];
  if (parts.length === 0) return undefined;
  return { audience: 'public', paragraphs: parts.flatMap(({ paragraphs }) => paragraphs) };
}

export const saidExtended = (
  grant: Pick<Grant, 'accountId' | 'what'> & { readonly until: Date },
  zone: string,
): Message => ofGrants.extended(grant.accountId, groupOf(grant), { until: grant.until, zone });

export const saidOverdue = (grant: Grant, until: Date): Message =>
  ofGrants.overdue(grant.accountId, groupOf(grant), { until, zone: 'UTC' });
