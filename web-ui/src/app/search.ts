/** Takes these texts, and nothing else, out of an address's query. */
export function only<Name extends string>(...names: Name[]) {
  return (search: Record<string, unknown>) =>
    Object.fromEntries(names.filter((name) => typeof search[name] === 'string').map((name) => [name, search[name]])) as Partial<Record<Name, string>>;
}
