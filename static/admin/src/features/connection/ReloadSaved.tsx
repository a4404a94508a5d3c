import Button from '@atlaskit/button/new';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../api';
import type { ConnectionView } from '@contract/views';
import { useAction } from '../../ui/use-action';
import { useRemember } from '../connections/use-connections';

interface Props {
  id: string;
  onLoaded(connection: ConnectionView): void;
}

/** The way out of a conflict: shows what somebody else has saved meanwhile. */
export function ReloadSaved({ id, onLoaded }: Props) {
  const client = useQueryClient();
  const remember = useRemember();
  const load = useAction<void>(async () => {
    await client.cancelQueries({ queryKey: ['connection', id] });
    const saved = await api.connection({ id });
    await remember(saved);
    onLoaded(saved);
  });
  return (
    <>
      <Button onClick={() => void load.run()} isLoading={load.isRunning}>
        Load what is saved now
      </Button>
      {load.problem && <p>{load.problem.message}</p>}
    </>
  );
}
