import type { Grant } from '../domain/grant';
import type { Message } from '../domain/message';
import type { AccessRequest, Outgoing, RequestState, Snapshot } from '../domain/request';
import type { GroupRef, Rule, StatusRef } from '../domain/rule';
import * as words from '../domain/words';
import * as ofGrants from '../domain/words-of-grants';
import type { Trouble } from './trouble';

/** What the app says on a ticket, out of what it knows of a request. The words themselves are the domain's. */

interface Understood {
  readonly rule: Rule;
  readonly snapshot: Snapshot;
  readonly asked: readonly string[];
  readonly exempt: boolean;
}

export const saidUnderstood = ({ rule, ...understood }: Understood): Message =>
  words.understood({ ...understood, approval: rule.approval });

export const saidTroubled = (troubles: readonly Trouble[]): Message => words.notUnderstood(troubles);
export const saidReminder = ({ asked }: AccessRequest): Message => words.waitingReminder(asked);

export const moveTo = (status: StatusRef | undefined): readonly Outgoing[] =>
  status ? [{ kind: 'move', key: 'move', statusId: status.id }] : [];

export const groupOf = ({ what }: Pick<Grant, 'what'>): GroupRef => ({
  id: what.resource.id,
  name: what.resource.name,
});

interface Finished {
  readonly state: RequestState;
  readonly snapshot: Snapshot;
  readonly request: AccessRequest;
  readonly grants: readonly (Grant | undefined)[];
}

/** What has become of everything that was approved. */
export function saidOutcome({ state, snapshot, request, grants }: Finished): Message {
  const given = grants.flatMap((grant) => (grant?.verifiedAt ? [grant] : []));
  const missing = snapshot.groups.flatMap((group, index) => {
    const grant = grants[index];
    if (grant?.verifiedAt) return [];
    return [{ group, ...(grant?.problem && { problem: grant.problem }) }];
  });
  const [first] = given;
  if (!first || state === 'failed') return ofGrants.couldNotBeGiven(missing);
  const access = {
    accountId: first.accountId,
    groups: given.map(groupOf),
    zone: snapshot.zone,
    ...(request.endsAt && { endsAt: request.endsAt }),
  };
  return missing.length === 0 ? ofGrants.approvedAndGiven(access) : ofGrants.partly(access, missing);
}

export const saidBlocked = (grant: Grant): readonly Message[] =>
  grant.problem ? ofGrants.blocked(groupOf(grant), grant.problem) : [];

/** Undefined: nothing that anybody would have noticed has ended. */
export function saidEnd(grants: readonly Grant[]): Message | undefined {
  const [first] = grants;
  if (!first) return undefined;
  const { accountId, ending = 'expired' } = first;
  const groupsThat = (holds: (grant: Grant) => boolean) => grants.filter(holds).map(groupOf);
  const taken = groupsThat(({ state }) => state === 'revoked');
  const keptFor = (because: NonNullable<Grant['kept']>) => groupsThat(({ kept }) => kept === because);
  const parts = [
    ...(taken.length > 0 ? [ofGrants.takenBack(accountId, taken, ending)] : []),
    ...(['held-before', 'needed'] as const).flatMap((because) => {
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
