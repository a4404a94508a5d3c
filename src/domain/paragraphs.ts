import type { Message, MessagePart } from './message';
import type { GroupRef } from './rule';

/** What tickets are told is put together from these: fixed words, people's ids, and the names of groups. */

export type Paragraph = Message['paragraphs'][number];

export const text = (words: string): MessagePart => ({ kind: 'text', text: words });
export const person = (id: string): MessagePart => ({ kind: 'person', id });
export const say = (words: string): Paragraph => [text(words)];

export const toAll = (...paragraphs: readonly Paragraph[]): Message => ({ audience: 'public', paragraphs });
export const toDesk = (...paragraphs: readonly Paragraph[]): Message => ({
  audience: 'internal',
  paragraphs,
});

/** "Ann, Bob": people by their ids. */
export const people = (ids: readonly string[]): readonly MessagePart[] =>
  ids.flatMap((id, index) => (index === 0 ? [person(id)] : [text(', '), person(id)]));

/** Somebody who has no account yet is known by the address on the ticket, which is not repeated. */
export const whoever = (id: string | undefined): MessagePart =>
  id === undefined ? text('the person with the address on this request') : person(id);

/** Groups that are given by default are known by their ids alone. */
export const groupsInWords = (groups: readonly GroupRef[]): string => {
  const names = groups.map(({ id, name }) => `“${name === '' ? id : name}”`);
  const last = names.at(-1) ?? 'no group';
  return names.length > 1 ? `the groups ${names.slice(0, -1).join(', ')} and ${last}` : `the group ${last}`;
};
