/** One property that differs between two contents of a resource. */
export interface Difference {
  readonly property: string;
  readonly before: string;
  readonly after: string;
}

/** What differs, property by property in the order of their names; `-` is absent. */
export function differences(before: unknown, after: unknown): Difference[] {
  const old = asObject(before);
  const now = asObject(after);
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .toSorted()
    .map((property) => ({ property, before: shown(old[property]), after: shown(now[property]) }))
    .filter((each) => each.before !== each.after);
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return '-';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
