import Avatar from '@atlaskit/avatar';
import Button from '@atlaskit/button/new';
import Skeleton from '@atlaskit/skeleton';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { OptionView } from '@contract/views';
import { api } from '../../api';
import type { OptionKind } from '../../form/pick-source';
import { problemOf } from '../../problem';

interface Props {
  connection: string;
  kind: OptionKind;
  ids: string[];
}

const gone = {
  person: 'This person no longer has access to the application.',
  groups: 'This group is gone from the site.',
  membership: 'This group is gone from the site.',
  privileged: 'This group is gone from the site.',
} as const;

function Picked({ id, kind, option }: { id: string; kind: OptionKind; option: OptionView | undefined }) {
  if (!option) {
    return (
      <li>
        <strong>{gone[kind]}</strong> <span className="subtle">{`Id ${id}`}</span>
      </li>
    );
  }
  return (
    <li className="person">
      {kind === 'person' && <Avatar size="small" {...(option.avatarUrl && { src: option.avatarUrl })} />}
      <span>
        {option.name}
        {option.blocked && <span className="subtle">{` Can no longer be chosen: ${option.blocked}`}</span>}
      </span>
    </li>
  );
}

/** The people or groups as the site knows them now. What is gone stays visible: somebody has to decide about it. */
export function PickedNames({ connection, kind, ids }: Props) {
  const client = useQueryClient();
  const source = { connection };
  const { data, error, refetch } = useQuery({
    queryKey: ['chosen', source, kind, ids],
    // A refusal here is the connection's health from now on: what is shown of it is asked anew.
    queryFn: () =>
      api.describe({ source, kind, ids }).catch(async (refused: unknown) => {
        await client.invalidateQueries({ queryKey: ['connection', connection] });
        throw refused;
      }),
    enabled: ids.length > 0,
  });
  if (ids.length === 0) return <>None</>;
  if (error) {
    const { message, trace } = problemOf(error);
    return (
      <div role="alert" className="stack-small">
        <p>
          {`${ids.length} chosen, but the names could not be read. ${message}`}
          {trace && <span className="subtle">{` Reference: ${trace}`}</span>}
        </p>
        <Button spacing="compact" onClick={() => void refetch()}>
          Read the names again
        </Button>
      </div>
    );
  }
  if (!data) return <Skeleton width="160px" height="20px" />;
  return (
    <ul className="plain">
      {ids.map((id) => (
        <Picked key={id} id={id} kind={kind} option={data.find((option) => option.id === id)} />
      ))}
    </ul>
  );
}
