import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import type { GrantView } from '@contract/request-views';
import { useRef } from 'react';
import { api } from '../../../api';
import { titleOf } from '../../../problem';
import { Person } from '../../../ui/Person';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import { Instant } from '../Instant';
import { MovedOn } from './MovedOn';
import { useGrantAction } from './use-grant-action';

interface Props {
  grant: GrantView;
  /** `let-go`: a removal that was stopped, because very many happened at once, is let go on at this grant. */
  how: 'withdraw' | 'let-go';
  onClose(): void;
}

const acts = {
  withdraw: {
    action: 'withdraw',
    call: api.withdrawGrant,
    title: (group: string) => `Withdraw ${group} now?`,
    press: 'Withdraw now',
    undone: 'It was not withdrawn',
  },
  'let-go': {
    action: 'retry',
    call: api.retryGrant,
    title: (group: string) => `Retry the removal from ${group}?`,
    press: 'Retry removal',
    undone: 'The removal was not retried',
  },
} as const;

function EndNow({ until, how }: { until: string | undefined; how: Props['how'] }) {
  if (until === undefined) return <p>Without this, the access has no end.</p>;
  return (
    <p>
      {how === 'let-go' ? 'Its end came on ' : 'Without this, it would last until '}
      <Instant at={until} />
    </p>
  );
}

/** Says what will be taken from whom, then asks. The focus starts on the way out. */
export function WithdrawDialog({ grant, how, onClose }: Props) {
  const cancel = useRef<HTMLButtonElement>(null);
  const { id: grantId, group, accountId, until, actions } = grant;
  const { action, call, title, press, undone } = acts[how];
  const canStill = actions.includes(action);
  const withdraw = useGrantAction<void>(
    grant,
    async () => {
      const after = await call({ grantId });
      onClose();
      return after;
    },
    {
      done: ({ state }) =>
        state === 'revoked' ? `${group.name} was taken back` : `${group.name} is being taken back`,
      mayBeStopped: true,
    },
  );
  return (
    <Modal onClose={onClose} autoFocus={cancel} width="small">
      <ModalHeader hasCloseButton>
        <ModalTitle appearance="danger">{title(group.name)}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <div className="stack">
          <p>This person is taken out of the group {group.name} at once:</p>
          <Person id={accountId} />
          <EndNow until={until} how={how} />
          <p>
            Only what this app gave is taken. Whoever was in the group before, or needs it for another
            request, stays in it. The requester reads of it on the ticket. It cannot be undone: to have the
            access again, it has to be asked for again.
          </p>
          <MovedOn canStill={canStill} />
          {withdraw.problem && (
            <ProblemMessage problem={withdraw.problem} title={titleOf(withdraw.problem, undone)} />
          )}
        </div>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" ref={cancel} onClick={onClose}>
          Cancel
        </Button>
        <Button
          appearance="danger"
          onClick={() => void withdraw.run()}
          isLoading={withdraw.isRunning}
          isDisabled={!canStill}
        >
          {press}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
