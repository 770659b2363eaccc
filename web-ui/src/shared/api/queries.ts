import { useQuery } from '@tanstack/react-query';
import { api } from './client';
import type { ApiToken, Backend, Event, Finding, HealthMonitor, Listener, Node, NodeGroup, Pool, Revision, RoleBinding, Schemas, User, Vip } from './client';
import { everyPage, type Page } from './pages';
import { dataOf } from './problem';

const PAGE = 500;

export const useVips = (wanted = true) =>
  useQuery({
    queryKey: ['vips'],
    enabled: wanted,
    queryFn: () => everyPage((cursor) => dataOf<Page<Vip>>(api.GET('/api/v1/vips', { params: { query: { limit: PAGE, cursor } } }))),
  });

export const useListeners = () =>
  useQuery({
    queryKey: ['listeners'],
    queryFn: () =>
      everyPage((cursor) => dataOf<Page<Listener>>(api.GET('/api/v1/listeners', { params: { query: { limit: PAGE, cursor } } }))),
  });

export const usePools = (wanted = true) =>
  useQuery({
    queryKey: ['pools'],
    enabled: wanted,
    queryFn: () => everyPage((cursor) => dataOf<Page<Pool>>(api.GET('/api/v1/pools', { params: { query: { limit: PAGE, cursor } } }))),
  });

export const useBackends = (wanted = true) =>
  useQuery({
    queryKey: ['backends'],
    enabled: wanted,
    queryFn: () =>
      everyPage((cursor) => dataOf<Page<Backend>>(api.GET('/api/v1/backends', { params: { query: { limit: PAGE, cursor } } }))),
  });

export const useNodes = (wanted = true) =>
  useQuery({
    queryKey: ['nodes'],
    enabled: wanted,
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

export const useTopology = () =>
  useQuery({ queryKey: ['topology'], queryFn: () => dataOf<Schemas['Topology']>(api.GET('/api/v1/topology')) });

export const useUsers = () =>
  useQuery({ queryKey: ['users'], queryFn: async () => (await dataOf<Page<User>>(api.GET('/api/v1/users'))).items });

export const useRoleBindings = () =>
  useQuery({ queryKey: ['role-bindings'], queryFn: async () => (await dataOf<Page<RoleBinding>>(api.GET('/api/v1/role-bindings'))).items });

export const useTokens = () =>
  useQuery({ queryKey: ['tokens'], queryFn: async () => (await dataOf<Page<ApiToken>>(api.GET('/api/v1/tokens'))).items });
