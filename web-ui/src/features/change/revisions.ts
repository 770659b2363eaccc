import { useQuery } from '@tanstack/react-query';
import { api, type Revision, type Schemas } from '../../shared/api/client';
import { because } from '../../shared/api/message';
import { dataOf } from '../../shared/api/problem';

/** What differs between two revisions, either way round. What was is not changed any more: it is read once. */
export const useDifference = (from: number, to: number) =>
  useQuery({
    queryKey: ['difference', from, to],
    refetchInterval: false,
    staleTime: Infinity,
    queryFn: () =>
      dataOf<Pick<Schemas['RevisionDifference'], 'changes'>>(
        // What one revision did it tells itself: the first has none before it.
        from === to - 1
          ? api.GET('/api/v1/revisions/{number}', { params: { path: { number: to } } })
          : api.GET('/api/v1/revisions/{from}/diff/{to}', { params: { path: { from, to } } }),
      ),
  });

/** Makes a new revision with the content of an old one; a node may try it before the others. */
export function rollBack({ to, message, triedBy }: { to: number; message: string; triedBy: string }): Promise<Revision> {
  return dataOf<Revision>(
    api.POST('/api/v1/revisions/{number}/rollback', {
      params: { path: { number: to }, query: triedBy === '' ? {} : { canary: `nodes/${triedBy}` }, header: because(message) },
    }),
  );
}

/** How far a revision has come on each node of the groups that it changed. */
export const useRollout = (revision: number) =>
  useQuery({
    queryKey: ['rollouts', revision],
    queryFn: async () => (await dataOf<Schemas['PageGroupRollout']>(api.GET('/api/v1/rollouts', { params: { query: { revision } } }))).items,
  });
