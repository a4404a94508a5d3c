import Button from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import type { RuleView } from '@contract/rule-views';
import { useState } from 'react';
import { LinkButtonTo } from '../../../ui/LinkTo';
import type { Action } from '../../../ui/use-action';
import { DeleteDialog } from '../DeleteDialog';

interface Props {
  rule: RuleView;
  flip: Action<void>;
}

/** What can be done with a rule. The one that destroys stands apart. */
export function RuleActions({ rule: { id, state, rule }, flip }: Props) {
  const [asks, setAsks] = useState(false);
  const path = `/automation/${id}`;
  return (
    <>
      <LinkButtonTo to={`${path}/edit`}>Edit</LinkButtonTo>
      <LinkButtonTo to={`${path}/copy`}>Duplicate</LinkButtonTo>
      <Button onClick={() => void flip.run()} isLoading={flip.isRunning}>
        {state === 'enabled' ? 'Disable' : 'Enable'}
      </Button>
      <span className="apart">
        <Button onClick={() => setAsks(true)} aria-haspopup="dialog">
          Delete
        </Button>
      </span>
      <ModalTransition>
        {asks && <DeleteDialog rule={{ id, name: rule.name }} onClose={() => setAsks(false)} />}
      </ModalTransition>
    </>
  );
}
