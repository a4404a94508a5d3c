import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../api';
import { titleOf } from '../../problem';
import { Lines } from '../../ui/Lines';
import { Failure, ProblemMessage } from '../../ui/ProblemMessage';
import { tell } from '../../ui/tell';
import { useAction } from '../../ui/use-action';
import { InFlight } from './InFlight';
import { useForgetRule, useRule } from './use-rules';

interface Props {
  rule: { readonly id: string; readonly name: string };
  onClose(): void;
}

/** Says what is in flight, then asks. The version that is deleted is the one that is shown here. */
export function DeleteDialog({ rule: { id, name }, onClose }: Props) {
  const cancel = useRef<HTMLButtonElement>(null);
  const navigate = useNavigate();
  const forget = useForgetRule();
  const { data: saved, error, refetch } = useRule(id);
  const end = useAction<number>(async (version) => {
    await api.deleteRule({ id, version });
    tell(`${name} was deleted`);
    onClose();
    await navigate('/automation');
    await forget(id);
  });
  const lookAgain = async () => {
    await refetch();
    end.forget();
  };
  return (
    <Modal onClose={onClose} autoFocus={cancel} width="small">
      <ModalHeader hasCloseButton>
        <ModalTitle appearance="danger">{`Delete ${name}?`}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <div className="stack">
          <p>New requests are no longer answered by this rule. Its history stays in the audit trail.</p>
          {error && <Failure error={error} title="The rule could not be loaded" retry={refetch} />}
          {!saved && !error && <Lines label="Looking for what is under way…" count={2} />}
          {saved && (
            <div className="stack-small">
              <p>Under way by this rule:</p>
              <InFlight rule={saved} />
            </div>
          )}
          {end.problem && (
            <ProblemMessage
              problem={end.problem}
              title={titleOf(end.problem, 'It was not deleted')}
              {...(end.problem.code === 'conflict' && { retry: () => void lookAgain() })}
            />
          )}
        </div>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" ref={cancel} onClick={onClose}>
          Cancel
        </Button>
        <Button
          appearance="danger"
          onClick={() => saved && void end.run(saved.version)}
          isLoading={end.isRunning}
          isDisabled={!saved}
        >
          Delete
        </Button>
      </ModalFooter>
    </Modal>
  );
}
