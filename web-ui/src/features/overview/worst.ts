const ORDER = ['OFFLINE', 'DEGRADED', 'UNKNOWN', 'DRAINING', 'NO_MONITOR', 'ONLINE'];

/** What needs somebody stands first; the rest by name. */
export function worstFirst<T extends { name: string; operatingStatus: string }>(items: readonly T[]): T[] {
  return items.toSorted(
    (a, b) => ORDER.indexOf(a.operatingStatus) - ORDER.indexOf(b.operatingStatus) || a.name.localeCompare(b.name),
  );
}
