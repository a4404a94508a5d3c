import { useQuery } from '@tanstack/react-query';
import { api } from '../../api';
import { Lines } from '../../ui/Lines';
import { Page } from '../../ui/Page';
import { Failure } from '../../ui/ProblemMessage';
import { listTrail } from '../connections/ConnectionGate';
import { SettingsForm } from './SettingsForm';

function Settings() {
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['settings'], queryFn: api.settings });
  if (isPending) return <Lines label="Loading the settings…" />;
  if (error) return <Failure error={error} title="The settings could not be loaded" retry={refetch} />;
  return <SettingsForm saved={data} />;
}

export const SettingsPage = () => (
  <Page title="Settings" trail={listTrail}>
    <p className="intro">
      When a credential is checked, the app looks whether its account belongs to the administrators of your
      organization or site. These settings say how it recognises them. They count from the next check on.
    </p>
    <Settings />
  </Page>
);
