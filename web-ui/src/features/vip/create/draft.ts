import { bodyOf, type Field, type Values } from '../../../shared/form/field';
import { BACKEND_FIELDS } from '../../backend/backendFields';
import { MONITOR_FIELDS, poolFields } from '../../pool/poolFields';
import { listenerFields, vipFields } from '../vipFields';

export const STEPS = ['address', 'listeners', 'pool', 'health'] as const;
export type Step = (typeof STEPS)[number];

/** A service that is being described: nothing of it exists yet. */
export interface Draft {
  readonly vip: Values;
  readonly listeners: readonly Values[];
  /** An existing pool, or empty for a new one. */
  readonly poolId: string;
  readonly pool: Values;
  readonly backends: readonly Values[];
  /** An existing health monitor, `none`, or empty for a new one. */
  readonly monitorId: string;
  readonly monitor: Values;
}

export const EMPTY: Draft = {
  vip: {},
  listeners: [{ protocol: 'TCP' }],
  poolId: '',
  pool: { algorithm: 'MAGLEV' },
  backends: [{ weight: '1' }],
  monitorId: '',
  monitor: { type: 'TCP', path: 'DSR', intervalMs: '1000', timeoutMs: '500', rise: '2', fall: '3' },
};

const only = (fields: readonly Field[], ...keys: string[]) => fields.filter((field) => keys.includes(field.key));

export const FIELDS = {
  vip: (nodeGroups: Field['options']) => only(vipFields(nodeGroups ?? []), 'name', 'address', 'nodeGroupId'),
  listener: only(listenerFields([]), 'protocol', 'ports'),
  pool: only(poolFields([], []), 'name', 'algorithm'),
  backend: only(BACKEND_FIELDS, 'name', 'address', 'weight'),
  monitor: only(MONITOR_FIELDS, 'type', 'path', 'intervalMs', 'timeoutMs', 'rise', 'fall', 'http.path', 'http.expectedCodes'),
} as const;

export const makesPool = (draft: Draft) => draft.poolId === '';
export const makesMonitor = (draft: Draft) => makesPool(draft) && draft.monitorId === '';

/** The body of each request, in the order in which the resources are made; later ones name earlier ones. */
export function bodies(draft: Draft) {
  const name = draft.vip['name'] ?? '';
  const pool = draft.pool['name'] ? draft.pool : { ...draft.pool, name };
  return {
    monitor: { name: pool['name'], ...bodyOf(FIELDS.monitor, draft.monitor) },
    pool: bodyOf(FIELDS.pool, pool),
    backends: draft.backends.map((backend) => bodyOf(FIELDS.backend, backend)),
    vip: bodyOf(FIELDS.vip([]), draft.vip),
    listeners: draft.listeners.map((listener) => ({
      name: nameOf(name, listener),
      ...bodyOf(FIELDS.listener, listener),
    })),
  };
}

/** Unique among listeners: after the VIP, the protocol and the first port. */
function nameOf(vip: string, listener: Values): string {
  const port = (listener['ports'] ?? '').split(/[\s,]+/)[0] ?? '';
  return `${vip}-${(listener['protocol'] ?? '').toLowerCase()}-${port}`;
}
