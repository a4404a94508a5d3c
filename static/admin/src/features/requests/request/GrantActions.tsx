import Button from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import type { GrantView } from '@contract/request-views';
import { useState } from 'react';
import { api } from '../../../api';
import { titleOf } from '../../../problem';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import { ExtendDialog } from './ExtendDialog';
import { useGrantAction } from './use-grant-action';
import { WithdrawDialog } from './WithdrawDialog';

interface Props {
  grant: GrantView;
}

/** Trying again what was stopped takes access away. */
const letsGo = ({ actions, problem }: GrantView) => actions.includes('retry') && problem?.code === 'brake';

/** What needs no question first: it takes nothing away. */
function QuickActions({ grant }: Props) {
  const { id: grantId, group, actions } = grant;
  const retry = useGrantAction<void>(grant, () => api.retryGrant({ grantId }), {
    done: () => `${group.name} was tried again`,
    mayBeStopped: true,
  });
  const acknowledge = useGrantAction<void>(grant, () => api.acknowledgeGrant({ grantId }), {
    done: () => `Acknowledged at ${group.name}`,
    mayBeStopped: false,
  });
  const problem = retry.problem ?? acknowledge.problem;
  return (
    <>
      {actions.includes('retry') && !letsGo(grant) && (
        <Button spacing="compact" onClick={() => void retry.run()} isLoading={retry.isRunning}>
          Retry<span className="visually-hidden"> {group.name}</span>
        </Button>
      )}
      {actions.includes('acknowledge') && (
        <Button spacing="compact" onClick={() => void acknowledge.run()} isLoading={acknowledge.isRunning}>
          Acknowledge<span className="visually-hidden"> {group.name}</span>
        </Button>
      )}
      {problem && (
        <div className="whole-line">
          <ProblemMessage problem={problem} title={titleOf(problem, 'Nothing was done')} />
        </div>
      )}
    </>
  );
}

/** What the server allows with a grant now. */
export function GrantActions({ grant }: Props) {
  const [asks, setAsks] = useState<'withdraw' | 'let-go' | 'extend'>();
  const { group, actions } = grant;
  const close = () => setAsks(undefined);
  return (
    <div className="actions">
      {actions.length === 0 && <span className="subtle">None</span>}
      <QuickActions grant={grant} />
      {letsGo(grant) && (
        <Button spacing="compact" aria-haspopup="dialog" onClick={() => setAsks('let-go')}>
          Retry removal<span className="visually-hidden"> from {group.name}</span>
        </Button>
      )}
      {actions.includes('extend') && (
        <Button spacing="compact" aria-haspopup="dialog" onClick={() => setAsks('extend')}>
          Change end<span className="visually-hidden"> of {group.name}</span>
        </Button>
      )}
      {actions.includes('withdraw') && (
        <Button spacing="compact" aria-haspopup="dialog" onClick={() => setAsks('withdraw')}>
          Withdraw now<span className="visually-hidden"> {group.name}</span>
        </Button>
      )}
      <ModalTransition>
        {(asks === 'withdraw' || asks === 'let-go') && (
          <WithdrawDialog grant={grant} how={asks} onClose={close} />
        )}
        {asks === 'extend' && <ExtendDialog grant={grant} onClose={close} />}
      </ModalTransition>
    </div>
  );
}
