import { z } from 'zod';
import type { World } from '../exchange';
import { textOfAdf } from './adf';
import type { Field } from './model';

/** How one API writes the people, groups and options that fields hold. `undefined`: not shown. */
export interface Showing {
  person(accountId: string): unknown;
  group(groupId: string): unknown;
  option(option: Field['options'][number]): unknown;
}

const Ids = z.array(z.string());

/** The ids that a field's value holds. A value that does not fit the field's type holds none. */
export function idsIn(field: Pick<Field, 'type'>, value: unknown): readonly string[] {
  if (field.type.startsWith('multi-')) {
    const ids = Ids.safeParse(value);
    return ids.success ? ids.data : [];
  }
  return typeof value === 'string' ? [value] : [];
}

const one = (list: readonly unknown[]): unknown => list[0] ?? null;
const many = (list: readonly unknown[]): unknown => (list.length === 0 ? null : list);

/** A value as a REST API writes it. */
export function showValue(field: Field, value: unknown, showing: Showing): unknown {
  const ids = idsIn(field, value);
  const options = () => ids.flatMap((id) => field.options.find((option) => option.id === id) ?? []);
  const known = (show: (id: string) => unknown) => ids.map(show).filter((each) => each !== undefined);
  switch (field.type) {
    case 'single-select':
      return one(options().map((option) => showing.option(option)));
    case 'multi-select':
      return many(options().map((option) => showing.option(option)));
    case 'user-picker':
      return one(known((id) => showing.person(id)));
    case 'multi-user-picker':
      return many(known((id) => showing.person(id)));
    case 'group-picker':
      return one(known((id) => showing.group(id)));
    case 'multi-group-picker':
      return many(known((id) => showing.group(id)));
    case 'text':
    case 'date':
    case 'date-time':
      return typeof value === 'string' ? value : null;
    case 'number':
      return typeof value === 'number' ? value : null;
    case 'paragraph':
      return typeof value === 'object' ? value : null;
  }
}

export const nameOfPerson = ({ state }: World, accountId: string): string =>
  state.people.get(accountId)?.displayName ?? 'Former user';

/** One side of an item of the changelog: the id, where the field has ids, and the text. */
export interface Side {
  readonly id: string | null;
  readonly text: string | null;
}

const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** A value as the changelog writes it. Several come as `[a, b]`; options by value without the brackets. */
export function changelogSide(world: World, field: Field, value: unknown): Side {
  if (value === null || value === undefined) return { id: null, text: null };
  const ids = idsIn(field, value);
  const nameOf = (id: string) => field.options.find((option) => option.id === id)?.value ?? id;
  const groupOf = (id: string) => world.state.groups.get(id)?.name ?? id;
  const listed = (list: readonly string[]) => `[${list.join(', ')}]`;
  switch (field.type) {
    case 'single-select':
      return { id: ids[0] ?? null, text: ids.map(nameOf)[0] ?? null };
    case 'multi-select':
      return { id: listed(ids), text: ids.map(nameOf).join(',') };
    case 'user-picker':
      return { id: ids[0] ?? null, text: ids.map((id) => nameOfPerson(world, id))[0] ?? null };
    case 'multi-user-picker':
      return { id: listed(ids), text: listed(ids.map((id) => nameOfPerson(world, id))) };
    case 'group-picker':
      return { id: ids[0] ?? null, text: ids.map(groupOf)[0] ?? null };
    case 'multi-group-picker':
      return { id: listed(ids), text: listed(ids.map(groupOf)) };
    case 'date':
    case 'date-time':
      return { id: plain(value), text: plain(value) };
    case 'paragraph':
      return { id: null, text: textOfAdf(value) };
    case 'text':
    case 'number':
      return { id: null, text: plain(value) };
  }
}
