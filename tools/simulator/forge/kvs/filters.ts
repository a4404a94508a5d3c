import type { AttributeType, EntitySchema } from '../manifest';
import { Refusal } from './answers';
import type { FiltersShape, FilterShape, Predicate } from './shapes';

export type Attributes = Readonly<Record<string, unknown>>;
export type Matches = (value: Attributes) => boolean;

const NUMBER_OF_VALUES: Partial<Record<Predicate, number>> = { BETWEEN: 2 };
const ON_TEXT: ReadonlySet<Predicate> = new Set(['BEGINS_WITH', 'CONTAINS', 'NOT_CONTAINS']);
const ON_ANYTHING: ReadonlySet<Predicate> = new Set(['EXISTS', 'NOT_EXISTS', 'EQUAL_TO', 'NOT_EQUAL_TO']);

/** Filters and transaction conditions: `and` or `or`, never both, over declared attributes. */
export function readFilters(filters: FiltersShape, schema: EntitySchema): Matches {
  const { and, or } = filters;
  if (and && or) {
    const why = 'Filter operators "and" and "or" cannot be present at the same level.';
    throw new Refusal('INVALID_FILTER_OPERATORS_COMBINATION', why);
  }
  const list = and ?? or ?? [];
  if (list.length === 0) {
    throw new Refusal('EMPTY_FILTER_OPERATOR', 'Filter operators "and" and "or" cannot be empty.');
  }
  const tests = list.map((filter) => readFilter(filter, schema));
  return (value) => (and ? tests.every((test) => test(value)) : tests.some((test) => test(value)));
}

function readFilter({ property, condition, values }: FilterShape, schema: EntitySchema): Matches {
  const type = schema.attributes.get(property);
  if (!type) throw new Refusal('QUERY_WHERE_FIELD_INVALID', `There is no attribute "${property}".`);
  if (type === 'any') {
    throw new Refusal('INVALID_FILTER_CONDITION', 'An attribute of type any cannot be filtered by.', 422);
  }
  const test = readCondition({ condition, values }, type);
  return (value) => test(Object.hasOwn(value, property) ? value[property] : undefined);
}

interface Condition {
  readonly condition: Predicate;
  readonly values: readonly unknown[];
}

/** One condition on one value. The values it compares with must be of the attribute's own type. */
export function readCondition(
  { condition, values }: Condition,
  type: AttributeType,
): (actual: unknown) => boolean {
  const wanted = NUMBER_OF_VALUES[condition] ?? 1;
  if (wanted === 2 && values.length < 2) {
    throw new Refusal('INSUFFICIENT_FILTER_VALUES', 'The specified condition needs at least two values.');
  }
  if (values.length !== wanted) {
    const why = 'The specified number of values are not supported by the given condition.';
    throw new Refusal('INVALID_FILTER_VALUES', why);
  }
  const unsuited =
    (ON_TEXT.has(condition) && type !== 'string') || (type === 'boolean' && !ON_ANYTHING.has(condition));
  const existence = condition === 'EXISTS' || condition === 'NOT_EXISTS';
  if (unsuited || (!existence && values.some((value) => !isOfType(value, type)))) {
    throw new Refusal('INVALID_FILTER_CONDITION', 'The specified condition is not supported for filters.');
  }
  return (actual) => holds(condition, actual, values);
}

/** https://developer.atlassian.com/platform/forge/storage-reference/storage-api-custom-entities/ */
export function isOfType(value: unknown, type: AttributeType): boolean {
  switch (type) {
    case 'any':
      return value !== null && value !== undefined;
    case 'integer':
      return Number.isInteger(value) && Math.trunc(Number(value)) === (Number(value) | 0);
    case 'float':
      return (
        typeof value === 'number' && (value === 0 || (Math.abs(value) >= 1e-130 && Math.abs(value) < 1e126))
      );
    case 'string':
    case 'boolean':
      return typeof value === type;
  }
}

function holds(condition: Predicate, actual: unknown, [first, second]: readonly unknown[]): boolean {
  if (condition === 'EXISTS') return actual !== undefined;
  if (condition === 'NOT_EXISTS') return actual === undefined;
  if (condition === 'NOT_EQUAL_TO') return actual !== first;
  if (condition === 'NOT_CONTAINS') return !isPart(first, actual);
  if (actual === undefined) return false;
  switch (condition) {
    case 'EQUAL_TO':
      return actual === first;
    case 'BEGINS_WITH':
      return typeof actual === 'string' && typeof first === 'string' && actual.startsWith(first);
    case 'CONTAINS':
      return isPart(first, actual);
    case 'BETWEEN':
      return compare(actual, first) >= 0 && compare(actual, second) <= 0;
    case 'GREATER_THAN':
      return compare(actual, first) > 0;
    case 'GREATER_THAN_EQUAL_TO':
      return compare(actual, first) >= 0;
    case 'LESS_THAN':
      return compare(actual, first) < 0;
    case 'LESS_THAN_EQUAL_TO':
      return compare(actual, first) <= 0;
  }
}

const isPart = (part: unknown, whole: unknown): boolean =>
  typeof part === 'string' && typeof whole === 'string' && whole.includes(part);

/** Texts are ordered by their UTF-8 bytes, as the store orders them. */
export function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
}
