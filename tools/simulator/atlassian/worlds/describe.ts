import type { WorldSeed } from '../seed';
import { describeDesks } from './describe-desk';

/** A seeded world as people and scripts are told of it: whom to sign in as, with which token, and what it is for. */
export function describeWorld(seed: WorldSeed) {
  const tokensOf = (accountId: string) =>
    seed.tokens
      .filter((token) => token.accountId === accountId)
      .map(({ token, purpose, scopes, expiresAt, revoked = false }) => ({
        token,
        purpose,
        scopes,
        expiresAt,
        revoked,
      }));
  const groupsOf = new Map<string, string[]>();
  for (const [groupId, accountId] of seed.memberships) {
    groupsOf.set(accountId, [...(groupsOf.get(accountId) ?? []), groupId]);
  }
  return {
    name: seed.name,
    site: seed.baseUrl,
    cloudId: seed.cloudId,
    people: seed.people.map(({ accountId, accountType, displayName, title, email, ...status }) => ({
      accountId,
      accountType,
      displayName,
      title,
      email,
      active: status.accountStatus === 'active' && status.membershipStatus === 'active',
      groups: groupsOf.get(accountId) ?? [],
      tokens: tokensOf(accountId),
    })),
    groups: seed.groups.map(({ id, name, managedBy, roles }) => ({ id, name, managedBy, roles })),
    serviceDesks: describeDesks(seed),
  };
}

export type WorldDescription = ReturnType<typeof describeWorld>;
