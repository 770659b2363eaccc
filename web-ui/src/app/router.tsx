import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { OverviewPage } from '../features/overview/OverviewPage';
import { type Query, queryOf } from '../shared/ui/filterQuery';
import { NotFound } from './NotFound';
import { only } from './search';
import { Shell } from './Shell';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const overview = createRoute({ getParentRoute: () => root, path: '/', component: OverviewPage });
const vips = createRoute({
  getParentRoute: () => root,
  path: '/vips',
  component: lazyRouteComponent(() => import('../features/vip/VipsPage'), 'VipsPage'),
  validateSearch: (search): { filter?: Query } => ({ filter: queryOf(search['filter']) }),
});
const createVip = createRoute({
  getParentRoute: () => root,
  path: '/vips/create',
  component: lazyRouteComponent(() => import('../features/vip/create/CreateVipPage'), 'CreateVipPage'),
});
const importing = createRoute({
  getParentRoute: () => root,
  path: '/import',
  component: lazyRouteComponent(() => import('../features/import/ImportPage'), 'ImportPage'),
});
const vip = createRoute({
  getParentRoute: () => root,
  path: '/vips/$id',
  component: lazyRouteComponent(() => import('../features/vip/VipPage'), 'VipPage'),
  validateSearch: only('tab'),
});
const pools = createRoute({
  getParentRoute: () => root,
  path: '/pools',
  component: lazyRouteComponent(() => import('../features/pool/PoolsPage'), 'PoolsPage'),
});
const pool = createRoute({
  getParentRoute: () => root,
  path: '/pools/$id',
  component: lazyRouteComponent(() => import('../features/pool/PoolPage'), 'PoolPage'),
});
const backends = createRoute({
  getParentRoute: () => root,
  path: '/backends',
  component: lazyRouteComponent(() => import('../features/backend/BackendsPage'), 'BackendsPage'),
});
const backend = createRoute({
  getParentRoute: () => root,
  path: '/backends/$id',
  component: lazyRouteComponent(() => import('../features/backend/BackendPage'), 'BackendPage'),
});
const nodes = createRoute({
  getParentRoute: () => root,
  path: '/nodes',
  component: lazyRouteComponent(() => import('../features/node/NodesPage'), 'NodesPage'),
});
const topology = createRoute({
  getParentRoute: () => root,
  path: '/topology',
  component: lazyRouteComponent(() => import('../features/topology/TopologyPage'), 'TopologyPage'),
});
const doctor = createRoute({
  getParentRoute: () => root,
  path: '/doctor',
  component: lazyRouteComponent(() => import('../features/doctor/DoctorPage'), 'DoctorPage'),
  validateSearch: only('of', 'diagnosis'),
});
const packetPath = createRoute({
  getParentRoute: () => root,
  path: '/packet-path',
  component: lazyRouteComponent(() => import('../features/trace/PacketPathPage'), 'PacketPathPage'),
  validateSearch: only('vip'),
});
const explain = createRoute({
  getParentRoute: () => root,
  path: '/explain',
  component: lazyRouteComponent(() => import('../features/trace/ExplainPage'), 'ExplainPage'),
  validateSearch: only('source', 'sourcePort', 'destination', 'destinationPort', 'protocol'),
});
const whatIf = createRoute({
  getParentRoute: () => root,
  path: '/what-if',
  component: lazyRouteComponent(() => import('../features/forecast/WhatIfPage'), 'WhatIfPage'),
  validateSearch: only('vip'),
});
const captures = createRoute({
  getParentRoute: () => root,
  path: '/captures',
  component: lazyRouteComponent(() => import('../features/capture/CapturesPage'), 'CapturesPage'),
});
const events = createRoute({
  getParentRoute: () => root,
  path: '/events',
  component: lazyRouteComponent(() => import('../features/change/EventsPage'), 'EventsPage'),
});
const changes = createRoute({
  getParentRoute: () => root,
  path: '/changes',
  component: lazyRouteComponent(() => import('../features/change/ChangesPage'), 'ChangesPage'),
  validateSearch: (search): { revision?: number; since?: number } => ({
    revision: revisionNumber(search['revision']),
    since: revisionNumber(search['since']),
  }),
});
const admin = createRoute({
  getParentRoute: () => root,
  path: '/admin',
  component: lazyRouteComponent(() => import('../features/admin/AdminPage'), 'AdminPage'),
});

function revisionNumber(value: unknown): number | undefined {
  const number = Number(value);
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
}

export const router = createRouter({
  routeTree: root.addChildren([
    overview, vips, createVip, importing, vip, pools, pool, backends, backend, nodes, topology, packetPath, explain, whatIf, doctor, captures,
    events, changes, admin,
  ]),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
