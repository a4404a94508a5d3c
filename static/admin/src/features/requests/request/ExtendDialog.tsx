import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import TextField from '@atlaskit/textfield';
import type { GrantView } from '@contract/request-views';
import { useState, type FormEvent } from 'react';
import { api } from '../../../api';
import { FormField } from '../../../form/FormField';
import { titleOf } from '../../../problem';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import { Instant } from '../Instant';
import { instant } from '../../../ui/dates';
import { MovedOn } from './MovedOn';
import { NewEnd } from './NewEnd';
import { localValue, typedInstant, wrongWith } from './new-end';
import { useGrantAction } from './use-grant-action';

interface Props {
  grant: GrantView;
  onClose(): void;
}

const field = {
  name: 'until',
  kind: 'text',
  label: 'New end',
  help: 'In your own time zone. The exact instant is shown below.',
  required: true,
} as const;

/** Gives one grant another end, later or earlier, and says both before it is saved. */
export function ExtendDialog({ grant, onClose }: Props) {
  const { id: grantId, group, until, actions } = grant;
  const [typed, setTyped] = useState(until === undefined ? '' : localValue(until));
  const [wrong, setWrong] = useState<string>();
  const extend = useGrantAction<string>(
    grant,
    async (wanted) => {
      const after = await api.extendGrant({ grantId, until: wanted });
      onClose();
      return after;
    },
    {
      done: (after) => `${group.name} now ends ${after.until === undefined ? 'never' : instant(after.until)}`,
      mayBeStopped: false,
    },
  );
  const canStill = actions.includes('extend');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (extend.isRunning || !canStill) return;
    const problem = wrongWith(typed, until);
    setWrong(problem);
    const wanted = typedInstant(typed);
    if (problem === undefined && wanted !== undefined) void extend.run(wanted);
  };
  const type = (value: string) => {
    setTyped(value);
    setWrong(undefined);
    extend.forget();
  };
  const refused = extend.problem?.fields?.['until'];
  return (
    <Modal onClose={onClose} width="small">
      <form noValidate onSubmit={send} aria-label={`Change the end of ${group.name}`}>
        <ModalHeader hasCloseButton>
          <ModalTitle>{`Change the end of ${group.name}`}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <div className="stack">
            <p>Now: {until === undefined ? 'no end' : <Instant at={until} />}</p>
            <FormField field={field} error={wrong ?? refused}>
              {(described) => (
                <TextField
                  {...described}
                  type="datetime-local"
                  isInvalid={described['aria-invalid']}
                  value={typed}
                  onChange={(event) => type(event.currentTarget.value)}
                />
              )}
            </FormField>
            <NewEnd typed={typed} until={until} />
            <MovedOn canStill={canStill} />
            {extend.problem && refused === undefined && (
              <ProblemMessage
                problem={extend.problem}
                title={titleOf(extend.problem, 'The end was not changed')}
              />
            )}
          </div>
        </ModalBody>
        <ModalFooter>
          <Button appearance="subtle" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" appearance="primary" isLoading={extend.isRunning} isDisabled={!canStill}>
            Save the new end
          </Button>
        </ModalFooter>
      </form>
    </Modal>
  );
}
