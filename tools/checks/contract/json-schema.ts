import { z } from 'zod';
import type { Schema } from './documents';

const Node = z.record(z.string(), z.unknown());

/** Words of OpenAPI that say nothing about what is valid. */
const SILENT = [
  'example',
  'examples',
  'xml',
  'discriminator',
  'externalDocs',
  'deprecated',
  'readOnly',
  'writeOnly',
];

/**
 * An OpenAPI 3.0 schema as JSON Schema. `nullable` becomes a type of its own. With `closed`, an object that lists its
 * properties has no others: the site may leave out what the document allows, but it invents nothing.
 */
export function toJsonSchema(schema: Schema, closed: boolean): Schema {
  const entries = Object.entries(schema).filter(([key]) => !SILENT.includes(key) && key !== 'nullable');
  const plain: Schema = Object.fromEntries(entries.map(([key, value]) => [key, convert(key, value, closed)]));
  const isObject = plain['properties'] !== undefined && plain['additionalProperties'] === undefined;
  const shape: Schema = isObject && closed ? { ...plain, additionalProperties: false } : plain;
  return schema['nullable'] === true ? { anyOf: [shape, { type: 'null' }] } : shape;
}

function convert(key: string, value: unknown, closed: boolean): unknown {
  if (key === 'properties') {
    const properties = Node.parse(value);
    return Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, deeper(each, closed)]));
  }
  if (['items', 'additionalProperties', 'not'].includes(key)) return deeper(value, closed);
  // The parts of a composition describe one object together, so none of them closes it.
  if (['allOf', 'anyOf', 'oneOf'].includes(key))
    return z
      .array(Node)
      .parse(value)
      .map((part) => toJsonSchema(part, false));
  return value;
}

function deeper(value: unknown, closed: boolean): unknown {
  const node = Node.safeParse(value);
  return node.success ? toJsonSchema(node.data, closed) : value;
}
