import { api } from '../../api';
import { useAction } from '../../ui/use-action';
import { useRemember } from '../connections/use-connections';

/** Has the stored credential checked now. */
export function useTest(id: string) {
  const remember = useRemember();
  return useAction<void>(async () => remember(await api.test({ id })));
}

export type Test = ReturnType<typeof useTest>;
