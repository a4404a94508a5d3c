import {
  parseExpressionAt,
  type Expression,
  type PrivateIdentifier,
  type SpreadElement,
  type Super,
} from 'acorn';
import { callOn, COMPARISONS, has, isNull, number, own, truth } from './values';

type Names = Readonly<Record<string, unknown>>;
type Evaluate = (names: Names) => unknown;
type Part = Expression | Super | PrivateIdentifier | SpreadElement;
type Of<T extends Expression['type']> = Extract<Expression, { type: T }>;

/**
 * The expressions of event filters: the part of JavaScript that Jira expressions share with it. Stricter where it is
 * not documented: what is absent fails unless it is asked for with `?.`, and only Booleans have a logic.
 * https://developer.atlassian.com/platform/forge/events-reference/product_events/
 */
export function readExpression(text: string): Evaluate {
  const node = parseExpressionAt(text, 0, { ecmaVersion: 2022 });
  if (text.slice(node.end).trim() !== '') throw new SyntaxError(`Nothing may follow the expression: ${text}`);
  return read(node);
}

function read(node: Part): Evaluate {
  switch (node.type) {
    case 'Literal':
      return literal(node);
    case 'Identifier':
      return (names) => own(names, node.name);
    case 'ChainExpression':
    case 'ParenthesizedExpression':
      return read(node.expression);
    case 'MemberExpression':
      return member(node);
    case 'CallExpression':
      return call(node);
    case 'UnaryExpression':
      return unary(node);
    case 'LogicalExpression':
      return logic(node);
    case 'BinaryExpression':
      return comparison(node);
    case 'ConditionalExpression':
      return choice(node);
    case 'ArrayExpression':
      return list(node);
    case 'ArrowFunctionExpression':
      return lambda(node);
    default:
      throw new SyntaxError(`Not part of an expression here: ${node.type}`);
  }
}

function literal({ value }: Of<'Literal'>): Evaluate {
  if (value !== null && !['string', 'number', 'boolean'].includes(typeof value))
    throw new SyntaxError('Only texts, numbers, Booleans and null are written out.');
  return () => value;
}

function member({ object, property, computed, optional }: Of<'MemberExpression'>): Evaluate {
  const target = read(object);
  const name = computed || property.type !== 'Identifier' ? read(property) : () => property.name;
  return (names) => {
    const from = target(names);
    const key = name(names);
    if (optional && (isNull(from) || !has(from, key))) return null;
    return own(from, key);
  };
}

function call({ callee, arguments: given }: Of<'CallExpression'>): Evaluate {
  const [only, ...others] = given.map(read);
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier')
    throw new SyntaxError('Only methods are called.');
  if (!only || others.length > 0) throw new SyntaxError('A method takes one argument.');
  const target = read(callee.object);
  const { name } = callee.property;
  return (names) => {
    const on = target(names);
    return callee.optional && isNull(on) ? null : callOn(on, name, only(names));
  };
}

function unary({ operator, argument }: Of<'UnaryExpression'>): Evaluate {
  const value = read(argument);
  if (operator === '!') return (names) => !truth(value(names));
  if (operator === '-') return (names) => -number(value(names));
  throw new SyntaxError(`The operator ${operator} is not part of an expression here.`);
}

function logic({ operator, left, right }: Of<'LogicalExpression'>): Evaluate {
  const [first, second] = [read(left), read(right)];
  if (operator === '&&') return (names) => truth(first(names)) && truth(second(names));
  if (operator === '||') return (names) => truth(first(names)) || truth(second(names));
  throw new SyntaxError(`The operator ${operator} is not part of an expression here.`);
}

function comparison({ operator, left, right }: Of<'BinaryExpression'>): Evaluate {
  const [first, second, compare] = [read(left), read(right), COMPARISONS.get(operator)];
  if (!compare) throw new SyntaxError(`The operator ${operator} is not part of an expression here.`);
  return (names) => compare(first(names), second(names));
}

function choice({ test, consequent, alternate }: Of<'ConditionalExpression'>): Evaluate {
  const [asked, yes, no] = [read(test), read(consequent), read(alternate)];
  return (names) => (truth(asked(names)) ? yes(names) : no(names));
}

function list({ elements }: Of<'ArrayExpression'>): Evaluate {
  const items = elements.map((element) => {
    if (!element) throw new SyntaxError('A list has no gaps.');
    return read(element);
  });
  return (names) => items.map((item) => item(names));
}

function lambda({ params, body }: Of<'ArrowFunctionExpression'>): Evaluate {
  const [parameter, ...others] = params;
  if (parameter?.type !== 'Identifier' || others.length > 0 || body.type === 'BlockStatement')
    throw new SyntaxError('A function takes one value and is one expression.');
  const result = read(body);
  return (names) => (value: unknown) => result({ ...names, [parameter.name]: value });
}
