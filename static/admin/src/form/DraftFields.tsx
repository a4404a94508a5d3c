import type { FieldView } from '@contract/views';
import { Fragment } from 'react';
import { AcceptedToken } from './AcceptedToken';
import { CheckStep } from './CheckStep';
import { FieldInput } from './FieldInput';
import { isCredential } from './fields';
import type { DraftForm } from './use-draft-form';

interface Props {
  fields: readonly FieldView[];
  form: DraftForm;
}

/** The fields in their order. The check stands behind the credential; what is picked needs its result. */
export function DraftFields({ fields, form }: Props) {
  const { values, errors, proof } = form;
  const draft = proof?.draft;
  const last = fields.findLast(isCredential);
  return fields.map((field) => (
    <Fragment key={field.name}>
      {field.kind === 'secret' && proof && draft !== undefined ? (
        <AcceptedToken name={field.name} label={field.label} proof={proof} onDrop={form.dropDraft} />
      ) : (
        <FieldInput
          field={field}
          value={values[field.name] ?? ''}
          error={errors[field.name]}
          source={draft === undefined ? undefined : { draft }}
          isReadOnly={draft !== undefined && isCredential(field)}
          onChange={form.set}
          onProblem={form.settle}
        />
      )}
      {field === last && <CheckStep form={form} />}
    </Fragment>
  ));
}
