import { api } from '../../api';
import { tell } from '../../ui/tell';
import { useAction } from '../../ui/use-action';
import { useRemember } from '../connections/use-connections';

/** Has the stored credential checked now. */
export function useTest(id: string) {
  const remember = useRemember();
  return useAction<void>(async () => {
    const tested = await api.test({ id });
    await remember(tested);
    if (tested.health.state === 'healthy') tell('The connection works');
  });
}

export type Test = ReturnType<typeof useTest>;
