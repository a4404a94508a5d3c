/** What is said on a ticket: paragraphs of text, with people in them by account id. No markup, ever. */
export interface Message {
  /** `internal` is for the desk's agents only. */
  readonly audience: 'public' | 'internal';
  readonly paragraphs: readonly (readonly MessagePart[])[];
}
export type MessagePart =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'person'; readonly id: string };
