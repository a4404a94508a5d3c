import type { Issue } from '../../work/issue';

/** How a field of an issue is searched. `read…` answers undefined for what does not exist. */
export type SearchField =
  | {
      readonly kind: 'ids';
      readonly name: string;
      values(issue: Issue): readonly string[];
      readIds(text: string): readonly string[] | undefined;
    }
  | {
      readonly kind: 'amounts';
      readonly name: string;
      value(issue: Issue): number | undefined;
      readAmount(text: string): number | undefined;
    }
  | { readonly kind: 'texts'; readonly name: string; value(issue: Issue): string };
