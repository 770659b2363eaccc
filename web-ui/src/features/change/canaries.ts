import { useQuery } from '@tanstack/react-query';
import { api, type Schemas } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';

export type Canary = Schemas['Canary'];

const RUNNING_MS = 1000;
const REST_MS = 10_000;

export const isRunning = ({ state }: Pick<Canary, 'state'>) => state === 'VERIFYING' || state === 'SOAKING';

/** The newest canaries; looked at often while one runs. */
export const useCanaries = () =>
  useQuery({
    queryKey: ['canaries'],
    refetchInterval: ({ state }) => (state.data?.some(isRunning) ? RUNNING_MS : REST_MS),
    queryFn: async () => (await dataOf<Schemas['PageCanary']>(api.GET('/api/v1/config/canaries'))).items,
  });

/** Ends one before its time: everybody gets the revision, or nobody does. */
export function end({ revision, by }: { revision: number; by: 'pass' | 'abort' }): Promise<Canary> {
  const path = { params: { path: { revision } } };
  return dataOf<Canary>(by === 'pass' ? api.POST('/api/v1/config/canaries/{revision}/pass', path) : api.POST('/api/v1/config/canaries/{revision}/abort', path));
}
