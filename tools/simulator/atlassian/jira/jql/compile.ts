import type { Exchange } from '../../exchange';
import { personOf } from '../../rights';
import type { Issue } from '../../work/issue';
import type { SearchField } from './field';
import { fieldOf } from './field-of';
import type { Clause, Operand, Operator } from './clause';
import { JqlError } from './tokens';

export type Matches = (issue: Issue) => boolean;
type Term = Extract<Clause, { kind: 'term' }>;

/** Turns a query into a question that is asked of every issue. */
export function compile(exchange: Exchange, clause: Clause): Matches {
  switch (clause.kind) {
    case 'and': {
      const parts = clause.parts.map((part) => compile(exchange, part));
      return (issue) => parts.every((matches) => matches(issue));
    }
    case 'or': {
      const parts = clause.parts.map((part) => compile(exchange, part));
      return (issue) => parts.some((matches) => matches(issue));
    }
    case 'not': {
      const matches = compile(exchange, clause.part);
      return (issue) => !matches(issue);
    }
    case 'term':
      return compileTerm(exchange, clause);
  }
}

function compileTerm(exchange: Exchange, term: Term): Matches {
  const field = fieldOf(exchange, term.field);
  const { operator, operands } = term;
  const empty = operands.some(({ kind }) => kind === 'empty');
  if (operator === 'is' || operator === 'is not') {
    if (!empty) throw new JqlError(`The operator '${operator}' can only be used with EMPTY or NULL.`);
    return operator === 'is' ? isEmpty(field) : (issue) => !isEmpty(field)(issue);
  }
  const texts = operands.flatMap((operand) => literalOf(exchange, operand));
  switch (field.kind) {
    case 'ids':
      return compileIds(field, { operator, texts, empty });
    case 'amounts':
      return compileAmounts(field, { operator, texts, empty });
    case 'texts':
      return compileTexts(field, { operator, texts, empty });
  }
}

function literalOf(exchange: Exchange, operand: Operand): readonly string[] {
  if (operand.kind === 'empty') return [];
  if (operand.kind === 'literal') return [operand.text];
  switch (operand.name.toLowerCase()) {
    case 'currentuser':
      return [personOf(exchange.asker)?.accountId ?? ''];
    case 'now':
      return ['-0m'];
    default:
      throw new JqlError(`Unable to find JQL function '${operand.name}()'.`);
  }
}

const isEmpty =
  (field: SearchField): Matches =>
  (issue) => {
    if (field.kind === 'ids') return field.values(issue).length === 0;
    return field.kind === 'amounts' ? field.value(issue) === undefined : field.value(issue) === '';
  };

interface Compared {
  readonly operator: Operator;
  readonly texts: readonly string[];
  readonly empty: boolean;
}

const notFor = (field: SearchField, operator: Operator) =>
  new JqlError(`The operator '${operator}' is not supported by the '${field.name}' field.`);

/** What is empty neither equals nor differs from anything. */
function compileIds(
  field: Extract<SearchField, { kind: 'ids' }>,
  { operator, texts, empty }: Compared,
): Matches {
  if (!['=', '!=', 'in', 'not in'].includes(operator)) throw notFor(field, operator);
  const wanted = new Set(
    texts.flatMap((text) => {
      const ids = field.readIds(text);
      if (ids) return ids;
      throw new JqlError(`The value '${text}' does not exist for the field '${field.name}'.`);
    }),
  );
  const holds: Matches = (issue) => {
    const values = field.values(issue);
    return values.length === 0 ? empty : values.some((id) => wanted.has(id));
  };
  if (operator === '=' || operator === 'in') return holds;
  return (issue) => !holds(issue) && field.values(issue).length > 0;
}

function compileAmounts(field: Extract<SearchField, { kind: 'amounts' }>, compared: Compared): Matches {
  const { operator, texts } = compared;
  const wanted = texts.map((text) => {
    const amount = field.readAmount(text);
    if (amount !== undefined) return amount;
    throw new JqlError(
      `Date value '${text}' for field '${field.name}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', ` +
        `'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`,
    );
  });
  if (operator === '~' || operator === '!~') throw notFor(field, operator);
  const against = (compare: (value: number, limit: number) => boolean): Matches => {
    return (issue) => {
      const value = field.value(issue);
      return value !== undefined && wanted.some((limit) => compare(value, limit));
    };
  };
  switch (operator) {
    case '<':
      return against((value, limit) => value < limit);
    case '<=':
      return against((value, limit) => value <= limit);
    case '>':
      return against((value, limit) => value > limit);
    case '>=':
      return against((value, limit) => value >= limit);
    case '!=':
    case 'not in':
      return (issue) => field.value(issue) !== undefined && !against((a, b) => a === b)(issue);
    default:
      return against((value, limit) => value === limit);
  }
}

/** `~` finds issues that have every word of the text. */
function compileTexts(
  field: Extract<SearchField, { kind: 'texts' }>,
  { operator, texts }: Compared,
): Matches {
  if (operator !== '~' && operator !== '!~') throw notFor(field, operator);
  const words = texts.flatMap((text) => text.toLowerCase().split(/\W+/u).filter(Boolean));
  const holds: Matches = (issue) => {
    const value = field.value(issue).toLowerCase();
    return words.every((word) => value.includes(word));
  };
  return operator === '~' ? holds : (issue) => !holds(issue) && !isEmpty(field)(issue);
}
