/** One word of a JQL query. `at` is where it begins, for error messages. */
export interface Token {
  readonly kind: 'word' | 'text' | 'sign';
  readonly value: string;
  readonly at: number;
}

/** A query that Jira refuses, in its words. */
export class JqlError extends Error {
  override readonly name = 'JqlError';
}

const SPACE = /\s+/y;
const QUOTED = /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/y;
const SIGN = /!=|!~|>=|<=|[=<>~(),]/y;
const WORD = /[^\s"'=!<>~(),]+/y;

const match = (pattern: RegExp, jql: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(jql);
};

const unescaped = (text: string): string => text.replace(/\\(.)/g, '$1');

/** https://support.atlassian.com/jira-software-cloud/docs/what-is-advanced-search-in-jira-cloud/ */
export function tokensOf(jql: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < jql.length;) {
    const space = match(SPACE, jql, at);
    const quoted = match(QUOTED, jql, at);
    const sign = match(SIGN, jql, at);
    const word = match(WORD, jql, at);
    const found = space ?? quoted ?? sign ?? word;
    if (!found)
      throw new JqlError(`Error in the JQL Query: The character '${jql[at]}' is not expected at ${at + 1}.`);
    if (quoted) tokens.push({ kind: 'text', value: unescaped(quoted[1] ?? quoted[2] ?? ''), at });
    else if (sign) tokens.push({ kind: 'sign', value: sign[0], at });
    else if (!space) tokens.push({ kind: 'word', value: found[0], at });
    at += found[0].length;
  }
  return tokens;
}
