import { useMemo } from 'react';
import { useNames } from '../../use-people';
import { useConnections } from '../connections/use-connections';
import type { Names } from './words/approval-words';

/** The names that a rule's sentences need, as far as they are known by now. */
export function useRuleNames(people: readonly string[]): Names {
  const names = useNames(people);
  const { data } = useConnections();
  return useMemo(
    () => ({ people: names, connections: new Map((data ?? []).map(({ id, name }) => [id, name])) }),
    [names, data],
  );
}
