import { ChoiceSelect } from '../../../form/ChoiceSelect';
import type { Described } from '../../../form/FormField';
import { healthText } from '../../../ui/HealthLozenge';
import { LinkTo } from '../../../ui/LinkTo';
import { useConnections } from '../../connections/use-connections';
import { Failure } from '../../../ui/ProblemMessage';

interface Props {
  described: Described;
  label: string;
  value: string;
  isClearable?: boolean;
  onChange(id: string): void;
}

/** One of the connections, with how it is. */
export function ConnectionSelect(props: Props) {
  const { data: connections, error, refetch } = useConnections();
  if (error) return <Failure error={error} title="The connections could not be loaded" retry={refetch} />;
  return (
    <>
      <ChoiceSelect
        {...props}
        placeholder="Choose a connection"
        choices={(connections ?? []).map(({ id, name, connectorName, health }) => ({
          id,
          label: name,
          detail: `${connectorName}, ${healthText(health.state).toLowerCase()}`,
        }))}
      />
      {connections?.length === 0 && (
        <p>
          There is no connection yet. <LinkTo to="/connections/new">Add an integration first.</LinkTo> What
          you have entered here is kept.
        </p>
      )}
    </>
  );
}
