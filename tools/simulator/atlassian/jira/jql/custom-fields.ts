import type { Exchange } from '../../exchange';
import type { Issue } from '../../work/issue';
import type { Field } from '../../work/model';
import { idsIn } from '../../work/shown';
import type { SearchField } from './field';
import { readMoment } from './moments';
import { hereOf, lookUp, momentField, plainText, same } from './reading';
import { findSystemField } from './system-fields';

/** `cf[10050]`, the field's id or its name. */
export function findCustomField(exchange: Exchange, name: string): SearchField | undefined {
  const { work } = exchange.world;
  const [, number] = /^cf\[(\d+)\]$/i.exec(name) ?? [];
  const id = number === undefined ? name : `customfield_${number}`;
  if (same(id, work.deskFields.requestType)) return findSystemField(exchange, 'Request Type');
  const field = [...work.fields.values()].find(
    (each) => !each.deleted && (same(each.id, id) || same(each.name, name)),
  );
  return field && customField(exchange, field);
}

function customField(exchange: Exchange, field: Field): SearchField {
  const { state } = exchange.world;
  const { name, id } = field;
  const rests = ({ fields }: Issue) => fields[id];
  switch (field.type) {
    case 'text':
    case 'paragraph':
      return { kind: 'texts', name, value: (issue) => plainText(rests(issue)) };
    case 'number':
      return {
        kind: 'amounts',
        name,
        value: (issue) => numberIn(rests(issue)),
        readAmount: (text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined),
      };
    case 'date':
      return momentField(exchange, name, (issue) => dayIn(exchange, rests(issue)));
    case 'date-time':
      return momentField(exchange, name, (issue) => momentIn(rests(issue)));
    case 'single-select':
    case 'multi-select': {
      const known = () => field.options.map((option) => ({ id: option.id, name: option.value }));
      return { kind: 'ids', name, values: (issue) => idsIn(field, rests(issue)), readIds: lookUp(known) };
    }
    default: {
      const group = field.type.includes('group');
      const readIds = (text: string) =>
        group ? lookUp(() => state.truth().groups())(text) : state.people.get(text) && [text];
      return { kind: 'ids', name, values: (issue) => idsIn(field, rests(issue)), readIds };
    }
  }
}

/** A day begins where the caller is. */
const dayIn = (exchange: Exchange, value: unknown): number | undefined =>
  typeof value === 'string' ? readMoment(value, hereOf(exchange)) : undefined;
const numberIn = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
const momentIn = (value: unknown): number | undefined =>
  typeof value === 'string' ? Date.parse(value) : undefined;
