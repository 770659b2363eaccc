import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { ChangesPage } from '../features/change/ChangesPage';
import { EventsPage } from '../features/change/EventsPage';
import { NodesPage } from '../features/node/NodesPage';
import { OverviewPage } from '../features/overview/OverviewPage';
import { BackendsPage } from '../features/backend/BackendsPage';
import { PoolPage } from '../features/pool/PoolPage';
import { PoolsPage } from '../features/pool/PoolsPage';
import { VipPage } from '../features/vip/VipPage';
import { VipsPage } from '../features/vip/VipsPage';
import { NotFound } from './NotFound';
import { Shell } from './Shell';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const overview = createRoute({ getParentRoute: () => root, path: '/', component: OverviewPage });
const vips = createRoute({ getParentRoute: () => root, path: '/vips', component: VipsPage });
const createVip = createRoute({
  getParentRoute: () => root,
  path: '/vips/create',
  component: lazyRouteComponent(() => import('../features/vip/create/CreateVipPage'), 'CreateVipPage'),
});
const vip = createRoute({
  getParentRoute: () => root,
  path: '/vips/$id',
  component: VipPage,
  validateSearch: (search): { tab?: string } => (typeof search['tab'] === 'string' ? { tab: search['tab'] } : {}),
});
const pools = createRoute({ getParentRoute: () => root, path: '/pools', component: PoolsPage });
const pool = createRoute({ getParentRoute: () => root, path: '/pools/$id', component: PoolPage });
const backends = createRoute({ getParentRoute: () => root, path: '/backends', component: BackendsPage });
const nodes = createRoute({ getParentRoute: () => root, path: '/nodes', component: NodesPage });
const changes = createRoute({
  getParentRoute: () => root,
  path: '/changes',
  component: ChangesPage,
  validateSearch: (search): { revision?: number } => {
    const revision = Number(search['revision']);
    return Number.isSafeInteger(revision) && revision > 0 ? { revision } : {};
  },
});
const admin = createRoute({
  getParentRoute: () => root,
  path: '/admin',
  component: lazyRouteComponent(() => import('../features/admin/AdminPage'), 'AdminPage'),
});
const events = createRoute({ getParentRoute: () => root, path: '/events', component: EventsPage });

export const router = createRouter({
  routeTree: root.addChildren([overview, vips, createVip, vip, pools, pool, backends, nodes, changes, events, admin]),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
