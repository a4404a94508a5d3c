import Button from '@atlaskit/button/new';
import { useEffect, useRef } from 'react';
import type { OptionKind, OptionSource } from '../../../form/pick-source';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import type { OptionRef } from '../draft/draft';
import { mapTo } from '../draft/map-to';
import type { StepProps } from './editor';
import { useMatch, type Match } from './use-match';

interface Props extends StepProps {
  source: OptionSource;
  kind: OptionKind;
  /** Those that stand for nothing yet. */
  options: readonly OptionRef[];
}

function reasonOf({ blocked, isCut }: Match) {
  if (blocked !== undefined) return `cannot be given: ${blocked}`;
  return isCut
    ? 'too many groups contain this name, so choose it yourself'
    : 'no group of this name can be given';
}

/** Proposes the group of the same name for each unmapped option. It stands in the pickers, to be changed. */
export function MatchByName({ editor, source, kind, options }: Props) {
  const { look, done, matches } = useMatch({ source, kind }, (found) =>
    editor.become('access.choices', (draft) => ({
      ...draft,
      access: {
        ...draft.access,
        choices: found.reduce(
          (all, { option, group }) =>
            group ? mapTo(all, { field: draft.access.field, option }, { groups: [group] }) : all,
          draft.access.choices,
        ),
      },
    })),
  );
  const isNew = useRef(true);
  const isAllOpen =
    options.length > 0 &&
    !editor.draft.access.choices.some(({ fieldId }) => fieldId === editor.draft.access.field.id);
  useEffect(() => {
    // Asked for by nobody, so only once, and only where nothing was chosen yet.
    if (isNew.current && isAllOpen) void look.run(options);
    isNew.current = false;
  }, [isAllOpen, look, options]);
  const missed = (matches ?? []).filter(({ group }) => !group);
  const proposed = (matches?.length ?? 0) - missed.length;
  return (
    <div className="stack-small">
      <p role="status" className="help">
        {look.isRunning && `Looking for groups of the same name: ${done} of ${options.length}.`}
        {!look.isRunning &&
          matches &&
          `${proposed} of ${matches.length} options matched a group by exact name. Check these proposals.`}
      </p>
      {missed.length > 0 && (
        <ul className="help">
          {missed.map((match) => (
            <li key={match.option.id}>{`${match.option.label}: ${reasonOf(match)}`}</li>
          ))}
        </ul>
      )}
      {look.problem && <ProblemMessage problem={look.problem} title="The groups could not be looked up" />}
      {options.length > 0 && (
        <div>
          <Button spacing="compact" onClick={() => void look.run(options)} isLoading={look.isRunning}>
            Match unmapped options by name
          </Button>
        </div>
      )}
    </div>
  );
}
