interface SignedIn {
  readonly email: string;
  readonly token: string;
}

/** A credential in every coat that it is known to wear. */
export function needlesOf({ email, token }: SignedIn): readonly string[] {
  const basic = Buffer.from(`${email}:${token}`).toString('base64');
  const raw = [token, basic, Buffer.from(token).toString('base64').replace(/=+$/, '')];
  return [...new Set([...raw, ...raw.map(encodeURIComponent), token.replaceAll('/', '\\/')])];
}

/** Something that was shown, logged, answered or stored, and where. */
export interface Haystack {
  readonly where: string;
  readonly content: string | Buffer;
}

/** The places in which one of the needles is found. */
export const leaks = (needles: readonly string[], haystacks: readonly Haystack[]): readonly string[] =>
  haystacks
    .filter(({ content }) => needles.some((needle) => content.includes(needle)))
    .map(({ where }) => where);
