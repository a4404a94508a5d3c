import { z } from 'zod';
import schema from '@forge/manifest/schema.json';

type Node = Readonly<Record<string, unknown>>;

const Json = z.record(z.string(), z.unknown());
const isNode = (value: unknown): value is Node => Json.safeParse(value).success;
const nodes = (value: unknown): readonly Node[] =>
  Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [];

/** A schema with everything that is said of the same value elsewhere: references, alternatives, conditions. */
function facets(node: Node): readonly Node[] {
  const inner = ['allOf', 'anyOf', 'oneOf', 'then', 'else'].flatMap((word) => nodes(node[word]));
  const target = typeof node['$ref'] === 'string' ? lookUp(node['$ref']) : undefined;
  return [node, ...[...inner, ...nodes(target)].flatMap(facets)];
}

const lookUp = (ref: string) =>
  ref
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((at, step) => (isNode(at) ? at[step] : undefined), schema);

/** What may be said of this property. Undefined: no schema knows it. */
function schemasOf(name: string, all: readonly Node[]): readonly Node[] | undefined {
  const found = all.flatMap((facet) => {
    const named = isNode(facet['properties']) ? nodes(facet['properties'][name]) : [];
    const patterns = isNode(facet['patternProperties']) ? Object.entries(facet['patternProperties']) : [];
    const matching = patterns
      .filter(([pattern]) => new RegExp(pattern).test(name))
      .flatMap(([, one]) => nodes(one));
    return [...named, ...matching, ...nodes(facet['additionalProperties'])];
  });
  return found.length > 0 ? found : undefined;
}

/** A schema that lists no property at all leaves them free. */
const isOpen = (all: readonly Node[]) =>
  !all.some((one) => isNode(one['properties']) && Object.keys(one['properties']).length > 0) &&
  !all.some((one) => one['additionalProperties'] === false || one['patternProperties'] !== undefined);

function walk(value: unknown, all: readonly Node[], path: string): readonly string[] {
  if (Array.isArray(value)) {
    const items = all.flatMap((facet) => nodes(facet['items'])).flatMap(facets);
    return value.flatMap((item, index) => walk(item, items, `${path}[${index}]`));
  }
  if (!isNode(value) || isOpen(all)) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const schemas = schemasOf(name, all);
    return schemas
      ? walk(inner, schemas.flatMap(facets), `${path}.${name}`)
      : [`${path}.${name} means nothing to Forge.`];
  });
}

/** Properties that no alternative of Atlassian's manifest schema names: typing errors, which validation lets pass. */
export const unknownProperties = (manifest: unknown) =>
  walk(manifest, facets(schema), '').map((sentence) => sentence.replace(/^\./, ''));
