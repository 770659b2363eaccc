/** Takes these texts (the router makes numbers of what looks like one), and nothing else, out of an address's query. */
export function only<Name extends string>(...names: Name[]) {
  return (search: Record<string, unknown>) =>
    Object.fromEntries(names.filter((name) => /^(string|number)$/.test(typeof search[name])).map((name) => [name, String(search[name])])) as Partial<Record<Name, string>>;
}
