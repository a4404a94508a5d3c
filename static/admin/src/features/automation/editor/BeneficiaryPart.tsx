import Checkbox from '@atlaskit/checkbox';
import { RadioGroup, type RadioChoice } from '../../../form/RadioGroup';
import type { RuleDraft } from '../draft/draft';
import { FieldSelect } from './FieldSelect';
import type { FormStepProps } from './form-step';

type Kind = RuleDraft['beneficiary']['kind'];

function choicesFor({ editor, form }: FormStepProps): RadioChoice<Kind>[] {
  const { person, email, invite } = editor.draft.beneficiary;
  const common = { editor, path: 'beneficiary.field', fields: form.fields };
  return [
    { value: 'requester', title: 'Whoever asks' },
    {
      value: 'person',
      title: 'A person named on the form',
      text: 'On behalf of somebody else. That person cannot approve it.',
      inside: (
        <FieldSelect
          {...common}
          label="Field with the person"
          kinds={['person']}
          value={person}
          onChange={(field) => editor.edit('beneficiary', 'beneficiary', { person: field })}
        />
      ),
    },
    {
      value: 'email',
      title: 'The owner of an email address on the form',
      text: 'For people who may not be in Jira yet.',
      inside: (
        <>
          <FieldSelect
            {...common}
            label="Field with the email address"
            kinds={['text']}
            value={email}
            onChange={(field) => editor.edit('beneficiary', 'beneficiary', { email: field })}
          />
          <Checkbox
            isChecked={invite}
            onChange={(event) =>
              editor.edit('beneficiary.invite', 'beneficiary', { invite: event.currentTarget.checked })
            }
            label="Invite whoever has no account yet, once the request is approved"
          />
        </>
      ),
    },
  ];
}

/** For whom the access is. By address only an application can be asked for: groups are for people who are known. */
export function BeneficiaryPart({ editor, form }: FormStepProps) {
  const { kind } = editor.draft.beneficiary;
  const mayInvite = editor.draft.access.kind === 'application-access';
  return (
    <RadioGroup
      name="beneficiary.kind"
      legend="The access is for"
      value={kind}
      error={editor.errors['beneficiary'] ?? editor.errors['beneficiary.kind']}
      onChange={(next) => editor.edit('beneficiary', 'beneficiary', { kind: next })}
      choices={choicesFor({ editor, form }).filter(
        ({ value }) => value !== 'email' || mayInvite || kind === 'email',
      )}
    />
  );
}
