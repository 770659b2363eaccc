interface Known {
  readonly name: string;
  readonly poolId: string;
  readonly weight: number;
  readonly adminState: string;
  readonly flows?: number | null;
}

/** What taking a backend out does, in flows and per cent, before it is done. */
export function effectOf(action: 'drain' | 'delete', backend: Known, all: readonly Known[]): string {
  const taking = all.filter((each) => each.poolId === backend.poolId && each.adminState === 'ENABLED' && each.weight > 0);
  const others = taking.filter((each) => each !== backend);
  const total = taking.reduce((sum, each) => sum + each.weight, 0);
  const percent = taking.includes(backend) ? ((100 * backend.weight) / total).toFixed(0) : '0';
  const share =
    others.length === 0
      ? `It is the last that takes new flows: clients of its pool are refused from then on.`
      : `${percent} % of the new flows go to the other ${others.length === 1 ? 'backend' : `${others.length} backends`}.`;
  return `${share} ${flowsOf(action, backend)}`;
}

function flowsOf(action: 'drain' | 'delete', backend: Known): string {
  if (backend.flows === undefined || backend.flows === null) return 'How many flows it has is unknown now.';
  const flows = `${backend.flows} ${backend.flows === 1 ? 'flow' : 'flows'}`;
  return action === 'drain'
    ? `Its ${flows} stay until they end or the drain timeout is over.`
    : `Its ${flows} may end by themselves until the drain timeout is over; then they are moved.`;
}
