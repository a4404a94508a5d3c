import type { Clause, Operand, Operator, Order, Query } from './clause';
import { JqlError, tokensOf, type Token } from './tokens';

const SIGNS: readonly Operator[] = ['=', '!=', '<', '<=', '>', '>=', '~', '!~'];
const RESERVED = ['and', 'or', 'not', 'in', 'is', 'order', 'by', 'was', 'changed'];

/** Reads a query from left to right. */
class Reader {
  private next = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly length: number,
  ) {}

  query(): Query {
    const where = this.atEnd() || this.sees('order') ? undefined : this.either();
    const orders = this.takes('order') ? this.orders() : [];
    if (!this.atEnd()) this.fail('the end of the query');
    return { ...(where && { where }), orders };
  }

  private either(): Clause {
    const parts = [this.both()];
    while (this.takes('or')) parts.push(this.both());
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'or', parts };
  }

  private both(): Clause {
    const parts = [this.one()];
    while (this.takes('and')) parts.push(this.one());
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'and', parts };
  }

  private one(): Clause {
    if (this.takes('not')) return { kind: 'not', part: this.one() };
    if (!this.takes('(')) return this.term();
    const inner = this.either();
    this.expect(')');
    return inner;
  }

  private term(): Clause {
    const field = this.name('a field name');
    const operator = this.operator();
    const many = operator === 'in' || operator === 'not in';
    return { kind: 'term', field, operator, operands: many ? this.list() : [this.operand()] };
  }

  private operator(): Operator {
    const sign = SIGNS.find((each) => this.takes(each));
    if (sign) return sign;
    if (this.takes('in')) return 'in';
    if (this.takes('is')) return this.takes('not') ? 'is not' : 'is';
    if (this.takes('not')) {
      this.expect('in');
      return 'not in';
    }
    return this.fail('an operator');
  }

  private list(): readonly Operand[] {
    this.expect('(');
    const operands = [this.operand()];
    while (this.takes(',')) operands.push(this.operand());
    this.expect(')');
    return operands;
  }

  private operand(): Operand {
    const quoted = this.tokens[this.next]?.kind === 'text';
    const text = this.name('either a value, list or function');
    if (quoted) return { kind: 'literal', text };
    if (this.takes('(')) {
      this.expect(')');
      return { kind: 'call', name: text };
    }
    return /^(empty|null)$/i.test(text) ? { kind: 'empty' } : { kind: 'literal', text };
  }

  private orders(): readonly Order[] {
    this.expect('by');
    const one = (): Order => {
      const field = this.name('a field name');
      const descending = this.takes('desc');
      if (!descending) this.takes('asc');
      return { field, descending };
    };
    const orders = [one()];
    while (this.takes(',')) orders.push(one());
    return orders;
  }

  /** A word that means something of its own has to be quoted to be a value or a name. */
  private name(expected: string): string {
    const token = this.tokens[this.next];
    const reserved = token?.kind === 'word' && RESERVED.includes(token.value.toLowerCase());
    if (!token || token.kind === 'sign' || reserved) return this.fail(expected);
    this.next += 1;
    return token.value;
  }

  private sees(value: string): boolean {
    const token = this.tokens[this.next];
    return token !== undefined && token.kind !== 'text' && token.value.toLowerCase() === value;
  }

  private takes(value: string): boolean {
    const seen = this.sees(value);
    if (seen) this.next += 1;
    return seen;
  }

  private expect(value: string): void {
    if (!this.takes(value)) this.fail(`'${value}'`);
  }

  private atEnd(): boolean {
    return this.next >= this.tokens.length;
  }

  private fail(expected: string): never {
    const token = this.tokens[this.next];
    const got = token ? `got '${token.value}'` : 'reached the end of the query';
    const at = (token?.at ?? this.length) + 1;
    throw new JqlError(`Error in the JQL Query: Expecting ${expected} but ${got}. (line 1, character ${at})`);
  }
}

export const parseJql = (jql: string): Query => new Reader(tokensOf(jql), jql.length).query();
