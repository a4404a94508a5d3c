import { useMemo } from 'react';
import { useNames } from '../../use-people';
import { useConnections } from '../connections/use-connections';
import type { Names } from './words/approval-words';

/** The names that the sentences of rules need, as far as they are known by now. */
export function useRuleNames(people: readonly string[]): Names {
  const { data } = useConnections();
  const known = useNames([...people, ...(data ?? []).map(({ applicationAdmin }) => applicationAdmin)]);
  return useMemo(
    () => ({
      people: known,
      connections: new Map((data ?? []).map(({ id, name }) => [id, name])),
      admins: new Map((data ?? []).map(({ id, applicationAdmin }) => [id, applicationAdmin])),
    }),
    [known, data],
  );
}
