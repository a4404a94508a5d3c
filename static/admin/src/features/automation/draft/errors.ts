import type { ShownProblem } from '../../../problem';
import type { RuleDraft } from './draft';
import type { Gaps } from './gaps';
import { sourcesOf } from './to-rule';

/** What the server found wrong, under the paths of the steps: a source is known by its kind here, not by its place. */
export function errorsIn({ fields = {} }: ShownProblem, draft: RuleDraft): Gaps {
  const kinds = sourcesOf(draft).map(({ kind }) => kind);
  const placed = (path: string) => {
    const [, index, rest = ''] = /^approval\.sources\.(\d+)(.*)$/.exec(path) ?? [];
    const kind = index === undefined ? undefined : kinds[Number(index)];
    return kind === undefined || kind === 'application-admin' ? path : `approval.${kind}${rest}`;
  };
  return Object.fromEntries(
    Object.entries(fields).map(([path, sentence]) => [placed(path.replace(/^rule\./, '')), sentence]),
  );
}
