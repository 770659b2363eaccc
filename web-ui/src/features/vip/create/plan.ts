import { useQuery } from '@tanstack/react-query';
import { api, type Schemas } from '../../../shared/api/client';
import { dataOf } from '../../../shared/api/problem';
import { bodies, type Draft, makesMonitor, makesPool } from './draft';

/** What exists already and is named in the draft by its id. */
export interface Named {
  readonly group: string | undefined;
  readonly pool: string | undefined;
  readonly monitor: string | undefined;
}

/** The draft as a part of the configuration's document, where names take the place of ids. */
export function documentOf(draft: Draft, named: Named): Record<string, unknown> {
  const wanted = bodies(draft);
  const { nodeGroupId: _, ...vip } = wanted.vip;
  const poolName = makesPool(draft) ? wanted.pool['name'] : named.pool;
  const healthMonitor = makesMonitor(draft) ? wanted.monitor['name'] : named.monitor;
  return {
    apiVersion: 'carom.dev/v1',
    ...(makesMonitor(draft) && { healthMonitors: [wanted.monitor] }),
    ...(makesPool(draft) && { pools: [{ ...wanted.pool, ...(healthMonitor ? { healthMonitor } : {}), backends: wanted.backends }] }),
    vips: [{ ...vip, nodeGroup: named.group, listeners: wanted.listeners.map((each) => ({ ...each, pool: poolName })) }],
  };
}

/** The first part of each rehearsal's key. */
export const REHEARSAL = ['plan'] as const;

/** What making it would do: rehearsed by the control plane, and taken back. */
export const usePlan = (draft: Draft, named: Named, wanted: boolean) => {
  const document = documentOf(draft, named);
  return useQuery({
    queryKey: [...REHEARSAL, document],
    // What is being made is not rehearsed again: it would be in its own way.
    enabled: wanted,
    refetchInterval: false,
    queryFn: ({ signal }) =>
      dataOf<Schemas['Plan']>(api.POST('/api/v1/config/plan', { body: document as Schemas['Configuration'], signal })),
  });
};
