/** A query in parts. */
export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=' | '~' | '!~' | 'in' | 'not in' | 'is' | 'is not';

/** What stands on the right of an operator: a text, a function of Jira, or nothing at all (`EMPTY`). */
export type Operand =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'call'; readonly name: string }
  | { readonly kind: 'empty' };

export type Clause =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Clause[] }
  | { readonly kind: 'not'; readonly part: Clause }
  | {
      readonly kind: 'term';
      readonly field: string;
      readonly operator: Operator;
      readonly operands: readonly Operand[];
    };

export interface Order {
  readonly field: string;
  readonly descending: boolean;
}

export interface Query {
  /** Absent: nothing restricts the search. */
  readonly where?: Clause;
  readonly orders: readonly Order[];
}
