import { useQueryClient } from '@tanstack/react-query';
import type { SettingsView } from '@contract/views';
import { useState } from 'react';
import { api } from '../../api';
import { useAction } from '../../ui/use-action';

/** The settings as they are being edited, over the version that was opened. */
export function useSettingsForm(saved: SettingsView) {
  const [{ version, adminGroups, strict }, setSettings] = useState(saved);
  const [outcome, setOutcome] = useState('');
  const client = useQueryClient();
  const show = (settings: SettingsView, said: string) => {
    client.setQueryData(['settings'], settings);
    setSettings(settings);
    setOutcome(said);
  };
  const save = useAction<void>(async () => {
    setOutcome('');
    show(
      await api.saveSettings({ version, adminGroups, strict }),
      'Saved. It counts from the next check on.',
    );
  });
  const reload = useAction<void>(async () => {
    show(await api.settings(), 'This is what is saved now.');
    save.forget();
  });
  const edit = (part: Partial<SettingsView>) => {
    setOutcome('');
    setSettings((all) => ({ ...all, ...part }));
  };
  const errors = save.problem?.fields ?? {};
  return { adminGroups, strict, edit, save, reload, outcome, errors };
}
