import type { RuleDraft } from '../draft/draft';
import type { Gaps } from '../draft/gaps';

/** What every step works with. */
export interface Editor {
  readonly draft: RuleDraft;
  readonly errors: Gaps;
  /** Changes a part of the draft. What was wrong at the path is being mended. */
  edit<Part extends keyof RuleDraft>(path: string, part: Part, change: Partial<RuleDraft[Part]>): void;
  /** The same for a change that reaches into several parts. */
  become(path: string, change: (draft: RuleDraft) => RuleDraft): void;
}

export interface StepProps {
  editor: Editor;
}
