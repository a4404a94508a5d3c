import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RuleRowView, RuleView } from '@contract/rule-views';
import { useCallback } from 'react';
import { api } from '../../api';

export const useRules = () => useQuery({ queryKey: ['rules'], queryFn: api.rules });

export const useRule = (id: string) => useQuery({ queryKey: ['rule', id], queryFn: () => api.rule({ id }) });

export const useVersions = (id: string) =>
  useInfiniteQuery({
    queryKey: ['rule-versions', id],
    queryFn: ({ pageParam }) => api.ruleVersions({ id, ...(pageParam > 0 && { below: pageParam }) }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  });

/** Service projects with their request types: they change while somebody adds what is missing. */
export const useDesks = () => useQuery({ queryKey: ['desks'], queryFn: api.desks });

export const useForm = (deskId: string, requestTypeId: string) =>
  useQuery({
    queryKey: ['desk-form', deskId, requestTypeId],
    queryFn: () => api.deskForm({ deskId, requestTypeId }),
    enabled: requestTypeId !== '',
  });

/** Puts the answer of a change where every view reads it, and has the rest asked anew. */
export function useRememberRule() {
  const client = useQueryClient();
  return useCallback(
    async (rule: RuleView) => {
      client.setQueryData(['rule', rule.id], rule);
      await Promise.all([
        client.invalidateQueries({ queryKey: ['rules'] }),
        client.invalidateQueries({ queryKey: ['rule-versions', rule.id] }),
        // What a connection is used by.
        client.invalidateQueries({ queryKey: ['connections'] }),
      ]);
    },
    [client],
  );
}

/** A rule that was deleted is nowhere shown again. */
export function useForgetRule() {
  const client = useQueryClient();
  return useCallback(
    async (id: string) => {
      client.setQueryData<RuleRowView[]>(['rules'], (all) => all?.filter((one) => one.id !== id));
      await client.invalidateQueries({ queryKey: ['rules'] });
      client.removeQueries({ queryKey: ['rule', id] });
    },
    [client],
  );
}
