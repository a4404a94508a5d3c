import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import type { ConnectionView } from '@contract/views';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../api';
import { titleOf } from '../../problem';
import { LinkTo } from '../../ui/LinkTo';
import { ProblemMessage } from '../../ui/ProblemMessage';
import { tell } from '../../ui/tell';
import { useAction } from '../../ui/use-action';
import { useForget } from '../connections/use-connections';
import { ReloadSaved } from './ReloadSaved';

interface Props {
  connection: ConnectionView;
  onClose(): void;
}

/** Says what will happen and what depends on it, then asks. The focus starts on the way out. */
export function DisconnectDialog({
  connection: { id, version, name, connectorName, usedBy },
  onClose,
}: Props) {
  const cancel = useRef<HTMLButtonElement>(null);
  const navigate = useNavigate();
  const forget = useForget();
  const end = useAction<void>(async () => {
    await api.disconnect({ id, version });
    tell(`${name} was disconnected`, 'Its email and API token were deleted.');
    await navigate('/connections');
    await forget(id);
  });
  return (
    <Modal onClose={onClose} autoFocus={cancel} width="small">
      <ModalHeader hasCloseButton>
        <ModalTitle appearance="danger">{`Disconnect ${name}?`}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <div className="stack">
          <p>
            The stored email and API token are deleted. From then on this app neither gives nor takes back
            access to {connectorName} through this connection. Access that people have now stays as it is.
            What happened stays recorded in the audit trail.
          </p>
          {usedBy.length === 0 ? (
            <p>Nothing depends on this connection.</p>
          ) : (
            <>
              <p>
                <strong>
                  {usedBy.length === 1
                    ? 'This rule stops working:'
                    : `These ${usedBy.length} rules stop working:`}
                </strong>
              </p>
              <ul>
                {usedBy.map((rule) => (
                  <li key={rule.id}>{rule.name}</li>
                ))}
              </ul>
            </>
          )}
          {end.problem && (
            <ProblemMessage problem={end.problem} title={titleOf(end.problem, 'It was not disconnected')}>
              {end.problem.code === 'conflict' && (
                <>
                  <ReloadSaved id={id} onLoaded={end.forget} />
                  <LinkTo to="/requests?state=fulfilled">See who was given access</LinkTo>
                </>
              )}
            </ProblemMessage>
          )}
        </div>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" ref={cancel} onClick={onClose}>
          Cancel
        </Button>
        <Button appearance="danger" onClick={() => void end.run()} isLoading={end.isRunning}>
          Disconnect
        </Button>
      </ModalFooter>
    </Modal>
  );
}
