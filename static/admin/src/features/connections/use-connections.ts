import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ConnectionView } from '@contract/views';
import { useCallback } from 'react';
import { api } from '../../api';

export const useConnectors = () =>
  useQuery({ queryKey: ['connectors'], queryFn: api.connectors, staleTime: Infinity });

export const useConnections = () => useQuery({ queryKey: ['connections'], queryFn: api.connections });

export const useConnection = (id: string) =>
  useQuery({ queryKey: ['connection', id], queryFn: () => api.connection({ id }) });

/** Puts the answer of a change where every view reads it, and has the rest asked anew. */
export function useRemember() {
  const client = useQueryClient();
  return useCallback(
    async (connection: ConnectionView) => {
      client.setQueryData(['connection', connection.id], connection);
      await Promise.all([
        client.invalidateQueries({ queryKey: ['connections'] }),
        client.invalidateQueries({ queryKey: ['history', connection.id] }),
      ]);
    },
    [client],
  );
}

/** A connection that was ended is nowhere shown again. */
export function useForget() {
  const client = useQueryClient();
  return useCallback(
    async (id: string) => {
      client.setQueryData<ConnectionView[]>(['connections'], (all) => all?.filter((one) => one.id !== id));
      await client.invalidateQueries({ queryKey: ['connections'] });
      client.removeQueries({ queryKey: ['connection', id] });
    },
    [client],
  );
}
