import Button from '@atlaskit/button/new';
import type { ConnectionView, FieldView } from '@contract/views';
import { useMemo, useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../api';
import { FieldInput } from '../../form/FieldInput';
import { errorsOf, fill, say } from '../../form/fields';
import { useValues } from '../../form/use-values';
import { problemOf, titleOf } from '../../problem';
import { LinkButtonTo, LinkTo } from '../../ui/LinkTo';
import { ProblemMessage } from '../../ui/ProblemMessage';
import { tell } from '../../ui/tell';
import { useAction } from '../../ui/use-action';
import { useRemember } from '../connections/use-connections';
import { factsOf } from './facts-of';
import { ReloadSaved } from './ReloadSaved';

interface Props {
  connection: ConnectionView;
  fields: readonly FieldView[];
}

const nothing = () => undefined;

/** Changes what a connection says. What was opened is what is sent back, even when the page learns of a newer one. */
export function EditForm({ connection, fields }: Props) {
  const [opened, setOpened] = useState(connection);
  const { values, errors, set, setValues, refuse } = useValues(fields, fill(fields, factsOf(opened)));
  const source = useMemo(() => ({ connection: opened.id }), [opened.id]);
  const navigate = useNavigate();
  const remember = useRemember();
  const save = useAction<void>(async () => {
    const { id, version } = opened;
    try {
      await remember(await api.update({ id, version, values: say(fields, values) }));
      tell('The connection was saved');
      await navigate(`/connections/${id}`);
    } catch (error) {
      refuse(errorsOf(problemOf(error)));
      throw error;
    }
  });
  const startAgain = (saved: ConnectionView) => {
    setOpened(saved);
    setValues(fill(fields, factsOf(saved)));
    save.forget();
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isRunning) void save.run();
  };
  return (
    <form className="form" noValidate onSubmit={send} aria-label="Edit the connection">
      {fields.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          error={errors[field.name]}
          source={source}
          onChange={set}
          onProblem={nothing}
        />
      ))}
      {save.problem && (
        <ProblemMessage problem={save.problem} title={titleOf(save.problem, 'Nothing was saved')}>
          {save.problem.code === 'target-unauthorized' && (
            <LinkTo to={`/connections/${opened.id}/rotate`}>Replace the token first</LinkTo>
          )}
          {save.problem.code === 'conflict' && <ReloadSaved id={opened.id} onLoaded={startAgain} />}
        </ProblemMessage>
      )}
      <div className="actions form-footer">
        <Button type="submit" appearance="primary" isLoading={save.isRunning}>
          Save
        </Button>
        <LinkButtonTo to={`/connections/${opened.id}`} appearance="subtle">
          Cancel
        </LinkButtonTo>
      </div>
    </form>
  );
}
