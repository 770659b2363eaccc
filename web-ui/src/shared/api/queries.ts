import { useQuery } from '@tanstack/react-query';
import { api } from './client';
import type { ApiToken, Backend, Event, Finding, HealthMonitor, Listener, Node, NodeGroup, Pool, Revision, RevisionChange, RoleBinding, User, Vip } from './client';
import { everyPage, type Page } from './pages';
import { dataOf } from './problem';

const PAGE = 500;

export const useVips = () =>
  useQuery({
    queryKey: ['vips'],
    queryFn: () => everyPage((cursor) => dataOf<Page<Vip>>(api.GET('/api/v1/vips', { params: { query: { limit: PAGE, cursor } } }))),
  });

export const useListeners = () =>
  useQuery({
    queryKey: ['listeners'],
    queryFn: () =>
      everyPage((cursor) => dataOf<Page<Listener>>(api.GET('/api/v1/listeners', { params: { query: { limit: PAGE, cursor } } }))),
  });

export const usePools = () =>
  useQuery({
    queryKey: ['pools'],
    queryFn: () => everyPage((cursor) => dataOf<Page<Pool>>(api.GET('/api/v1/pools', { params: { query: { limit: PAGE, cursor } } }))),
  });

export const useBackends = () =>
  useQuery({
    queryKey: ['backends'],
    queryFn: () =>
      everyPage((cursor) => dataOf<Page<Backend>>(api.GET('/api/v1/backends', { params: { query: { limit: PAGE, cursor } } }))),
  });

export const useNodes = () =>
  useQuery({
    queryKey: ['nodes'],
    queryFn: () => everyPage((cursor) => dataOf<Page<Node>>(api.GET('/api/v1/nodes', { params: { query: { limit: PAGE, cursor } } }))),
  });

export const useNodeGroups = () =>
  useQuery({
    queryKey: ['node-groups'],
    queryFn: () =>
      everyPage((cursor) => dataOf<Page<NodeGroup>>(api.GET('/api/v1/node-groups', { params: { query: { limit: PAGE, cursor } } }))),
  });

export const useRevisions = () =>
  useQuery({
    queryKey: ['revisions'],
    queryFn: () => dataOf<Page<Revision>>(api.GET('/api/v1/revisions', { params: { query: { limit: 100 } } })),
  });

export const useRevision = (number: number | undefined) =>
  useQuery({
    queryKey: ['revisions', number],
    enabled: number !== undefined,
    refetchInterval: false,
    queryFn: () => dataOf<Revision & { changes: RevisionChange[] }>(api.GET('/api/v1/revisions/{number}', { params: { path: { number: number ?? 0 } } })),
  });

/** The newest hundred; of one resource when it is named. */
export const useEvents = (resourceId?: string) =>
  useQuery({
    queryKey: ['events', resourceId],
    queryFn: () =>
      dataOf<Page<Event>>(
        api.GET('/api/v1/events', {
          params: { query: { limit: 100, ...(resourceId && { filter: `resourceId=${resourceId}` }) } },
        }),
      ),
  });

export const useHealthMonitors = () =>
  useQuery({
    queryKey: ['health-monitors'],
    queryFn: () =>
      everyPage((cursor) => dataOf<Page<HealthMonitor>>(api.GET('/api/v1/health-monitors', { params: { query: { limit: PAGE, cursor } } }))),
  });

export const useFindings = () =>
  useQuery({ queryKey: ['findings'], queryFn: () => dataOf<Page<Finding>>(api.GET('/api/v1/findings')) });

export const useUsers = () =>
  useQuery({ queryKey: ['users'], queryFn: async () => (await dataOf<Page<User>>(api.GET('/api/v1/users'))).items });

export const useRoleBindings = () =>
  useQuery({ queryKey: ['role-bindings'], queryFn: async () => (await dataOf<Page<RoleBinding>>(api.GET('/api/v1/role-bindings'))).items });

export const useTokens = () =>
  useQuery({ queryKey: ['tokens'], queryFn: async () => (await dataOf<Page<ApiToken>>(api.GET('/api/v1/tokens'))).items });
