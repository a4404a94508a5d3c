import { createHash } from 'node:crypto';
import type { Asker, World } from './exchange';
import { isActive } from './model';
import type { Caller } from './wire';

export const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex');

const NOBODY: Asker = { kind: 'anonymous', rejected: false };
const REJECTED: Asker = { kind: 'anonymous', rejected: true };

/** Finds out who a caller is. Whatever is wrong with a credential, the answer does not say what. */
export function signIn(world: World, caller: Caller, appAccountId: string): Asker {
  if (caller.kind === 'header') {
    return caller.authorization === undefined ? NOBODY : withBasic(world, caller.authorization);
  }
  const accountId = caller.kind === 'app' ? appAccountId : caller.accountId;
  const person = world.state.people.get(accountId);
  if (person && isActive(person)) return { kind: caller.kind, person, scopes: caller.scopes };
  return caller.kind === 'user' && !person ? NOBODY : REJECTED;
}

function withBasic({ state, clock }: World, authorization: string): Asker {
  const [scheme = '', encoded = ''] = authorization.split(' ');
  if (scheme.toLowerCase() !== 'basic') return REJECTED;
  const [email = '', secret = ''] = splitOnce(Buffer.from(encoded, 'base64').toString('utf8'));
  const token = state.tokens.get(digestOf(secret));
  const person = token && state.people.get(token.accountId);
  if (!person || person.email.toLowerCase() !== email.toLowerCase() || !isActive(person)) return REJECTED;
  if (token.revoked || Date.parse(token.expiresAt) <= clock.time()) return REJECTED;
  return { kind: 'token', person, tokenId: token.id, ...(token.scopes && { scopes: token.scopes }) };
}

const splitOnce = (text: string): readonly string[] => {
  const at = text.indexOf(':');
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
};
