import { z } from 'zod';
import { groupShape, personShape, resources, tokenShape } from './model';
import { workChangeShapes, type WorkChange } from './work/change';

/**
 * Everything that can happen to a site. Changes are the only way its state moves, so a journal of them rebuilds it.
 * `shownAt` (epoch milliseconds, virtual time) is when reads begin to see the change; `undoneAt` is when an identity
 * provider's next sync takes it back.
 */
const shownAt = z.number();

export const changeShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person.set'), person: personShape, shownAt }),
  z.strictObject({ kind: z.literal('group.set'), group: groupShape, shownAt }),
  z.strictObject({ kind: z.literal('group.removed'), groupId: z.string(), shownAt }),
  z.strictObject({
    kind: z.literal('membership.set'),
    groupId: z.string(),
    accountId: z.string(),
    member: z.boolean(),
    shownAt,
    undoneAt: z.number().exactOptional(),
    /** A membership that opened nothing because no seat was left. */
    withoutAccess: z.boolean().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('token.set'), token: tokenShape }),
  z.strictObject({
    kind: z.literal('seats.set'),
    product: z.enum(resources),
    seats: z.number().exactOptional(),
  }),
  ...workChangeShapes,
]);
export type Change = Readonly<z.infer<typeof changeShape>>;
export type DirectoryChange = Exclude<Change, WorkChange>;

/** Where changes are kept so that a restart finds them again. `replay` answers what was appended, oldest first. */
export interface Journal {
  append(change: unknown): void;
  replay(): readonly unknown[];
}
