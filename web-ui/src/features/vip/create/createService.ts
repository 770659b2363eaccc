import { api, type Backend, type HealthMonitor, type Listener, type Pool, type Schemas, type Vip } from '../../../shared/api/client';
import { dataOf } from '../../../shared/api/problem';
import { writesOf } from '../../../shared/api/writes';
import { bodies, type Draft, makesMonitor, makesPool, type Step } from './draft';

/** What the control plane refused, and the step of the wizard that it is about. */
export class StepRefused extends Error {
  constructor(
    readonly step: Step,
    readonly index: number,
    override readonly cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause));
    this.name = 'StepRefused';
  }
}

type Undo = () => Promise<unknown>;

/** Makes the service from the bottom up, the listeners last; when one is refused all of it is taken back. */
export async function createService(draft: Draft): Promise<Vip> {
  const undo: Undo[] = [];
  try {
    return await make(draft, undo);
  } catch (refused) {
    for (const takeBack of undo.toReversed()) {
      // A resource goes before the one that it names.
      // oxlint-disable-next-line no-await-in-loop
      await takeBack().catch(() => undefined);
    }
    throw refused;
  }
}

async function make(draft: Draft, undo: Undo[]): Promise<Vip> {
  const wanted = bodies(draft);
  const poolId = makesPool(draft) ? await makePool(draft, undo) : draft.poolId;
  const vip = await within('address', 0, dataOf<Vip>(api.POST('/api/v1/vips', { body: wanted.vip as Schemas['VipSpec'] })));
  undo.push(() => writesOf('vips').remove(vip.id, vip.version));
  for (const [index, listener] of wanted.listeners.entries()) {
    const body = { ...listener, poolId } as Schemas['ListenerSpec'];
    // oxlint-disable-next-line no-await-in-loop -- the first that is refused ends it
    const made = await within('listeners', index, dataOf<Listener>(api.POST('/api/v1/vips/{vip}/listeners', { params: { path: { vip: vip.id } }, body })));
    undo.push(() => writesOf('listeners').remove(made.id, made.version));
  }
  return vip;
}

async function makePool(draft: Draft, undo: Undo[]): Promise<string> {
  const wanted = bodies(draft);
  let healthMonitorId = draft.monitorId === 'none' ? undefined : draft.monitorId;
  if (makesMonitor(draft)) {
    const body = wanted.monitor as Schemas['HealthMonitorSpec'];
    const monitor = await within('health', 0, dataOf<HealthMonitor>(api.POST('/api/v1/health-monitors', { body })));
    undo.push(() => writesOf('health-monitors').remove(monitor.id, monitor.version));
    healthMonitorId = monitor.id;
  }
  const body = { ...wanted.pool, healthMonitorId } as Schemas['PoolSpec'];
  const pool = await within('pool', 0, dataOf<Pool>(api.POST('/api/v1/pools', { body })));
  undo.push(() => writesOf('pools').remove(pool.id, pool.version));
  for (const [index, backend] of wanted.backends.entries()) {
    const path = { params: { path: { pool: pool.id } }, body: backend as Schemas['BackendSpec'] };
    // oxlint-disable-next-line no-await-in-loop -- the first that is refused ends it
    await within('pool', index + 1, dataOf<Backend>(api.POST('/api/v1/pools/{pool}/backends', path)));
  }
  return pool.id;
}

async function within<T>(which: Step, index: number, request: Promise<T>): Promise<T> {
  try {
    return await request;
  } catch (refused) {
    throw new StepRefused(which, index, refused);
  }
}
