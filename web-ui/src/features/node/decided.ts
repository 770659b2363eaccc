import type { Schemas } from '../../shared/api/client';

type Counted = Schemas['ReasonCounter'];

const isDrop = (each: Counted) => each.reason.startsWith('DROPPED_');

/** What was dropped stands first, then what was met most; a reason begins with what was done. */
export function dropsFirst(reasons: readonly Counted[]): Counted[] {
  return reasons.toSorted((a, b) => Number(isDrop(b)) - Number(isDrop(a)) || b.packets - a.packets);
}
