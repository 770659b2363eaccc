import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
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
const vip = createRoute({ getParentRoute: () => root, path: '/vips/$id', component: VipPage });
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
const events = createRoute({ getParentRoute: () => root, path: '/events', component: EventsPage });

export const router = createRouter({
  routeTree: root.addChildren([overview, vips, vip, pools, pool, backends, nodes, changes, events]),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
