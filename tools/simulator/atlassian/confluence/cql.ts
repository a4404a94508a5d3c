import { fold } from '../directory-state';

/** One part of a query about people. The parts are joined by `and`. */
export type Condition =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'account'; readonly ids: readonly string[]; readonly negated: boolean }
  /** `terms` are folded words; one that ends in `*` is a beginning. */
  | { readonly kind: 'name'; readonly terms: readonly string[]; readonly negated: boolean };

const TOKEN = /\s*(?:"((?:[^"\\]|\\.)*)"|(!=|!~|=|~|\(|\)|,)|([^\s"=~!(),]+))/y;

interface Token {
  readonly text: string;
  readonly quoted: boolean;
}

function tokenize(cql: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < cql.trimEnd().length) {
    const match = TOKEN.exec(cql);
    if (!match) return undefined;
    const [, quoted, sign, word] = match;
    if (quoted !== undefined) tokens.push({ text: quoted.replace(/\\(.)/g, '$1'), quoted: true });
    else tokens.push({ text: sign ?? fold(word ?? ''), quoted: false });
  }
  return tokens;
}

/** A reader that moves along the tokens. */
class Tokens {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  get done(): boolean {
    return this.at >= this.tokens.length;
  }

  take(): Token | undefined {
    return this.tokens[this.at++];
  }

  /** Takes the next token when it is this keyword or sign. */
  skip(text: string): boolean {
    const next = this.tokens[this.at];
    if (!next || next.quoted || next.text !== text) return false;
    this.at += 1;
    return true;
  }
}

/** The part of CQL that Confluence takes for people. Undefined when it cannot be read, which the site calls a 400. */
export function parseCql(cql: string): readonly Condition[] | undefined {
  const tokens = new Tokens(tokenize(cql) ?? []);
  const conditions: Condition[] = [];
  do {
    const condition = readCondition(tokens);
    if (!condition) return undefined;
    conditions.push(condition);
  } while (tokens.skip('and'));
  return tokens.done ? conditions : undefined;
}

function readCondition(tokens: Tokens): Condition | undefined {
  const field = tokens.take();
  if (!field || field.quoted) return undefined;
  switch (field.text) {
    case 'type':
      return tokens.skip('=') && tokens.take()?.text.toLowerCase() === 'user'
        ? { kind: 'anyone' }
        : undefined;
    case 'user':
    case 'user.accountid':
      return readAccounts(tokens);
    case 'user.fullname':
      return readName(tokens);
    default:
      return undefined;
  }
}

function readAccounts(tokens: Tokens): Condition | undefined {
  if (tokens.skip('=')) return oneAccount(tokens, false);
  if (tokens.skip('!=')) return oneAccount(tokens, true);
  const negated = tokens.skip('not');
  const ids = tokens.skip('in') ? readList(tokens) : undefined;
  return ids && { kind: 'account', ids, negated };
}

function oneAccount(tokens: Tokens, negated: boolean): Condition | undefined {
  const value = tokens.take();
  return value && { kind: 'account', ids: [value.text], negated };
}

function readList(tokens: Tokens): readonly string[] | undefined {
  if (!tokens.skip('(')) return undefined;
  const ids: string[] = [];
  do {
    const value = tokens.take();
    if (!value) return undefined;
    ids.push(value.text);
  } while (tokens.skip(','));
  return tokens.skip(')') ? ids : undefined;
}

function readName(tokens: Tokens): Condition | undefined {
  const negated = tokens.skip('!~');
  if (!negated && !tokens.skip('~')) return undefined;
  const value = tokens.take();
  const terms = fold(value?.text ?? '')
    .split(/[^\p{L}\p{N}*]+/u)
    .filter((term) => term && term !== '*');
  return terms.length > 0 ? { kind: 'name', terms, negated } : undefined;
}
