interface Weighed {
  readonly poolId: string;
  readonly weight: number;
  readonly adminState: string;
}

/** Per cent of new flows that a backend's weight asks for among those of its pool that take any. */
export function shareAsked(backend: Weighed, all: readonly Weighed[]): number {
  const takes = (each: Weighed) => each.poolId === backend.poolId && each.adminState === 'ENABLED';
  const total = all.filter(takes).reduce((sum, each) => sum + each.weight, 0);
  return !takes(backend) || total === 0 ? 0 : (100 * backend.weight) / total;
}
