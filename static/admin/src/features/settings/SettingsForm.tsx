import Button from '@atlaskit/button/new';
import Checkbox from '@atlaskit/checkbox';
import type { SettingsView } from '@contract/views';
import type { FormEvent } from 'react';
import { titleOf } from '../../problem';
import { ProblemMessage } from '../../ui/ProblemMessage';
import { GroupNameList } from './GroupNameList';
import { useSettingsForm } from './use-settings-form';

/** Who counts as an administrator of the organization or the site. */
export function SettingsForm({ saved }: { saved: SettingsView }) {
  const { adminGroups, strict, edit, save, reload, outcome, errors } = useSettingsForm(saved);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isRunning) void save.run();
  };
  return (
    <form className="form" noValidate onSubmit={send} aria-label="Settings">
      <GroupNameList names={adminGroups} errors={errors} onChange={(names) => edit({ adminGroups: names })} />
      <div className="field">
        <Checkbox
          isChecked={strict}
          onChange={(event) => edit({ strict: event.currentTarget.checked })}
          label="Accept only members of these groups"
        />
        <p className="help">
          Off: an account that can prove its administrator rights in another way is accepted too. On: it has
          to be in one of the groups above, whatever else is proven.
        </p>
      </div>
      {save.problem && (
        <ProblemMessage problem={save.problem} title={titleOf(save.problem, 'Nothing was saved')}>
          {save.problem.code === 'conflict' && (
            <Button onClick={() => void reload.run()} isLoading={reload.isRunning}>
              Load what is saved now
            </Button>
          )}
          {reload.problem && <p>{reload.problem.message}</p>}
        </ProblemMessage>
      )}
      <p role="status" className="subtle">
        {outcome}
      </p>
      <div className="actions form-footer">
        <Button type="submit" appearance="primary" isLoading={save.isRunning}>
          Save
        </Button>
      </div>
    </form>
  );
}
