import { useQuery } from '@tanstack/react-query';
import { api } from './client';
import type { Backend, Event, Finding, HealthMonitor, Listener, Node, NodeGroup, Pool, Revision, RevisionChange, Vip } from './client';
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

export const useEvents = () =>
  useQuery({
    queryKey: ['events'],
    queryFn: () => dataOf<Page<Event>>(api.GET('/api/v1/events', { params: { query: { limit: 100 } } })),
  });

export const useHealthMonitors = () =>
  useQuery({
    queryKey: ['health-monitors'],
    queryFn: () =>
      everyPage((cursor) => dataOf<Page<HealthMonitor>>(api.GET('/api/v1/health-monitors', { params: { query: { limit: PAGE, cursor } } }))),
  });

export const useFindings = () =>
  useQuery({ queryKey: ['findings'], queryFn: () => dataOf<Page<Finding>>(api.GET('/api/v1/findings')) });
