import type { CheckLineView, CredentialView } from '@contract/views';

/** What the last check of the typed credential said. With `draft` it was accepted, and the token is on the server. */
export interface Proof {
  readonly draft?: string;
  /** ISO instant, by the server's clock. */
  readonly until?: string;
  readonly account?: string;
  readonly lines: CheckLineView[];
}

export const proofOf = ({ draft, draftExpiresAt, account, lines }: CredentialView): Proof => ({
  lines,
  ...(draft !== undefined && { draft }),
  ...(draftExpiresAt !== undefined && { until: draftExpiresAt }),
  ...(account && { account: account.name }),
});
