import type { EntitySchema } from '../manifest';
import { Refusal } from './answers';
import { isOfType, type Attributes } from './filters';

export type Schemas = ReadonlyMap<string, EntitySchema>;

/** Only what the manifest declares exists. */
export function schemaOf(schemas: Schemas, name: string): EntitySchema {
  if (name.length < 3)
    throw new Refusal('ENTITY_TYPE_TOO_SHORT', 'The provided key needs to be more than 3 characters.');
  if (name.length > 60) {
    throw new Refusal('ENTITY_TYPE_TOO_LARGE', 'The provided key has exceeded the maximum 60 characters.');
  }
  const schema = schemas.get(name);
  if (!schema) throw new Refusal('INVALID_ENTITY_TYPE', `The manifest declares no entity "${name}".`);
  return schema;
}

const isAttributes = (value: unknown): value is Attributes =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Every attribute is declared and of its type. Attributes may be left out; indexes on them then do not list the entry.
 */
export function checkEntity(value: unknown, { attributes }: EntitySchema): void {
  const refuse = (why: string) => new Refusal('INVALID_ENTITY_VALUE', why);
  if (!isAttributes(value)) throw refuse('An entity is an object with the attributes of the manifest.');
  for (const [name, part] of Object.entries(value)) {
    const type = attributes.get(name);
    if (!type) throw refuse(`The manifest declares no attribute "${name}".`);
    if (!isOfType(part, type)) throw refuse(`Attribute "${name}" must be of type ${type}.`);
  }
}
