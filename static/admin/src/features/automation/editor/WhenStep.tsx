import { ChoiceSelect } from '../../../form/ChoiceSelect';
import { Lines } from '../../../ui/Lines';
import { Failure } from '../../../ui/ProblemMessage';
import type { DeskView } from '@contract/rule-views';
import { blankDraft } from '../draft/draft';
import { useDesks } from '../use-rules';
import { Conditions } from './Conditions';
import type { StepProps } from './editor';
import { Row } from './Row';

interface Props extends StepProps {
  desks: readonly DeskView[];
}

function Trigger({ editor, desks }: Props) {
  const { trigger } = editor.draft;
  const desk = desks.find(({ id }) => id === trigger.deskId);
  const chooseDesk = (id: string) => {
    const chosen = desks.find((one) => one.id === id);
    if (!chosen || id === trigger.deskId) return;
    const { projectId, projectName } = chosen;
    editor.edit('trigger', 'trigger', { ...blankDraft.trigger, deskId: id, projectId, projectName });
  };
  const chooseType = (id: string) => {
    const chosen = desk?.requestTypes.find((one) => one.id === id);
    if (!chosen || id === trigger.requestTypeId) return;
    editor.edit('trigger', 'trigger', { requestTypeId: id, requestTypeName: chosen.name, conditions: [] });
  };
  return (
    <>
      <Row editor={editor} path="trigger.deskId" label="Service project">
        {(described) => (
          <ChoiceSelect
            described={described}
            label="Service project"
            placeholder="Choose a service project"
            choices={desks.map(({ id, projectName, projectKey }) => ({
              id,
              label: projectName,
              detail: projectKey,
            }))}
            value={trigger.deskId}
            onChange={chooseDesk}
          />
        )}
      </Row>
      <Row
        editor={editor}
        path="trigger.requestTypeId"
        label="Request type"
        help="What people choose in the portal. Its form says what they ask for."
      >
        {(described) => (
          <ChoiceSelect
            described={described}
            label="Request type"
            placeholder={desk ? 'Choose a request type' : 'Choose a service project first'}
            isDisabled={!desk}
            choices={(desk?.requestTypes ?? []).map(({ id, name, description }) => ({
              id,
              label: name,
              detail: description,
            }))}
            value={trigger.requestTypeId}
            onChange={chooseType}
          />
        )}
      </Row>
    </>
  );
}

/** Which requests the rule answers. */
export function WhenStep({ editor }: StepProps) {
  const { data: desks, error, refetch } = useDesks();
  if (error)
    return <Failure error={error} title="The service projects could not be loaded" retry={refetch} />;
  if (!desks) return <Lines label="Loading the service projects…" />;
  if (desks.length === 0)
    return (
      <p>There is no service project yet. Create one in Jira Service Management, then come back here.</p>
    );
  return (
    <>
      <Trigger editor={editor} desks={desks} />
      {editor.draft.trigger.requestTypeId !== '' && <Conditions editor={editor} />}
    </>
  );
}
