interface Weighed {
  readonly poolId: string;
  readonly weight: number;
  readonly adminState: string;
}

/** The share of new flows that a backend's weight asks for among those of its pool that take any. */
export function share(backend: Weighed, all: readonly Weighed[]): string {
  const takes = (each: Weighed) => each.poolId === backend.poolId && each.adminState === 'ENABLED';
  const total = all.filter(takes).reduce((sum, each) => sum + each.weight, 0);
  if (!takes(backend) || total === 0) return '0 %';
  return `${((100 * backend.weight) / total).toFixed(1)} %`;
}
