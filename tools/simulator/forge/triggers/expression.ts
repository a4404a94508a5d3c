import { parseExpressionAt, type Expression, type Node } from 'acorn';

type Names = Readonly<Record<string, unknown>>;
type Evaluate = (names: Names) => unknown;

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

type Of<T extends Node['type']> = Extract<Expression, { type: T }>;

function read(node: Node): Evaluate {
  const expression = node as Expression;
  switch (expression.type) {
    case 'Literal':
      return literal(expression);
    case 'Identifier':
      return (names) => own(names, expression.name);
    case 'ChainExpression':
      return read(expression.expression);
    case 'ParenthesizedExpression':
      return read(expression.expression);
    case 'MemberExpression':
      return member(expression);
    case 'CallExpression':
      return call(expression);
    case 'UnaryExpression':
      return negation(expression);
    case 'LogicalExpression':
      return logic(expression);
    case 'BinaryExpression':
      return comparison(expression);
    case 'ConditionalExpression':
      return choice(expression);
    case 'ArrayExpression':
      return list(expression);
    case 'ArrowFunctionExpression':
      return lambda(expression);
    default:
      throw new SyntaxError(`An expression of this kind is not played: ${expression.type}`);
  }
}

function literal({ value }: Of<'Literal'>): Evaluate {
  if (value !== null && !['string', 'number', 'boolean'].includes(typeof value))
    throw new SyntaxError('Only texts, numbers, Booleans and null are written out.');
  return () => value;
}

function member({ object, property, computed, optional }: Of<'MemberExpression'>): Evaluate {
  const target = read(object);
  const name: Evaluate = computed
    ? read(property)
    : () => (property.type === 'Identifier' ? property.name : undefined);
  return (names) => {
    const from = target(names);
    const key = name(names);
    if (optional && (isNull(from) || !has(from, key))) return null;
    return own(from, key);
  };
}

const has = (from: unknown, key: unknown): boolean =>
  (Array.isArray(from) && key === 'length') ||
  (typeof from === 'object' && from !== null && Object.hasOwn(from, String(key)));

function own(from: unknown, key: unknown): unknown {
  if (typeof from === 'string' && key === 'length') return from.length;
  if (typeof from === 'object' && from !== null && has(from, key))
    return Reflect.get(from, String(key)) as unknown;
  throw new TypeError(`There is no ${String(key)}.`);
}

const onList: Readonly<
  Record<string, (list: readonly unknown[], of: (item: unknown) => unknown) => unknown>
> = {
  some: (list, of) => list.some((item) => truth(of(item))),
  every: (list, of) => list.every((item) => truth(of(item))),
  filter: (list, of) => list.filter((item) => truth(of(item))),
  map: (list, of) => list.map((item) => of(item)),
};

function call({ callee, arguments: given }: Of<'CallExpression'>): Evaluate {
  const [only, ...others] = given.map(read);
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier')
    throw new SyntaxError('Only methods are called.');
  if (!only || others.length > 0) throw new SyntaxError('A method takes one argument.');
  const [target, name, { optional }] = [read(callee.object), callee.property.name, callee];
  return (names) => {
    const on = target(names);
    if (optional && isNull(on)) return null;
    const argument = only(names);
    if (name === 'includes' && typeof on === 'string') return on.includes(text(argument));
    if (!Array.isArray(on)) throw new TypeError(`There is no ${name}().`);
    if (name === 'includes') return on.some((item) => isSame(item, argument));
    const act = Object.hasOwn(onList, name) ? onList[name] : undefined;
    if (!act || !isFunction(argument)) throw new TypeError(`There is no ${name}() of this.`);
    return act(on, argument);
  };
}

function negation({ operator, argument }: Of<'UnaryExpression'>): Evaluate {
  const value = read(argument);
  if (operator === '!') return (names) => !truth(value(names));
  if (operator === '-') return (names) => -number(value(names));
  throw new SyntaxError(`The operator ${operator} is not played.`);
}

function logic({ operator, left, right }: Of<'LogicalExpression'>): Evaluate {
  const [first, second] = [read(left), read(right)];
  if (operator === '&&') return (names) => truth(first(names)) && truth(second(names));
  if (operator === '||') return (names) => truth(first(names)) || truth(second(names));
  return (names) => first(names) ?? second(names);
}

const COMPARISONS: Readonly<Record<string, (a: unknown, b: unknown) => boolean>> = {
  '==': (a, b) => isSame(a, b),
  '===': (a, b) => isSame(a, b),
  '!=': (a, b) => !isSame(a, b),
  '!==': (a, b) => !isSame(a, b),
  '<': (a, b) => number(a) < number(b),
  '<=': (a, b) => number(a) <= number(b),
  '>': (a, b) => number(a) > number(b),
  '>=': (a, b) => number(a) >= number(b),
};

function comparison({ operator, left, right }: Of<'BinaryExpression'>): Evaluate {
  const [first, second, compare] = [read(left), read(right), COMPARISONS[operator]];
  if (!compare) throw new SyntaxError(`The operator ${operator} is not played.`);
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
  if (parameter?.type !== 'Identifier' || others.length > 0)
    throw new SyntaxError('A function takes one value.');
  const result = read(body);
  return (names) => (value: unknown) => result({ ...names, [parameter.name]: value });
}

const isNull = (value: unknown): value is null | undefined => value === null || value === undefined;
const isSame = (a: unknown, b: unknown) => a === b || (isNull(a) && isNull(b));
const isFunction = (value: unknown): value is (item: unknown) => unknown => typeof value === 'function';

function truth(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw new TypeError('This is not a Boolean.');
}

function number(value: unknown): number {
  if (typeof value === 'number') return value;
  throw new TypeError('This is not a number.');
}

function text(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new TypeError('This is not a text.');
}
