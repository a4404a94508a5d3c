import Button from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import type { RuleRowView } from '@contract/rule-views';
import { useState } from 'react';
import { titleOf } from '../../../problem';
import { LinkButtonTo } from '../../../ui/LinkTo';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import { DeleteDialog } from '../DeleteDialog';
import { useSwitch } from '../use-switch';

/** What can be done with a rule without opening it. The one that destroys stands apart. */
export function RowActions({ rule }: { rule: RuleRowView }) {
  const [asks, setAsks] = useState(false);
  const flip = useSwitch(rule);
  const { id, name, state } = rule;
  const verb = state === 'enabled' ? 'Disable' : 'Enable';
  return (
    <div className="stack-small">
      <div className="row-actions">
        <LinkButtonTo to={`/automation/${id}/edit`} appearance="subtle" spacing="compact">
          Edit<span className="visually-hidden"> {name}</span>
        </LinkButtonTo>
        <LinkButtonTo to={`/automation/${id}/copy`} appearance="subtle" spacing="compact">
          Duplicate<span className="visually-hidden"> {name}</span>
        </LinkButtonTo>
        <Button
          spacing="compact"
          appearance="subtle"
          aria-label={`${verb} ${name}`}
          onClick={() => void flip.run()}
          isLoading={flip.isRunning}
        >
          {verb}
        </Button>
        <span className="apart">
          <Button
            spacing="compact"
            appearance="subtle"
            aria-label={`Delete ${name}`}
            aria-haspopup="dialog"
            onClick={() => setAsks(true)}
          >
            Delete
          </Button>
        </span>
      </div>
      {flip.problem && (
        <ProblemMessage problem={flip.problem} title={titleOf(flip.problem, 'Nothing was changed')} />
      )}
      <ModalTransition>{asks && <DeleteDialog rule={rule} onClose={() => setAsks(false)} />}</ModalTransition>
    </div>
  );
}
