/** Something that can be opened, and by what it is found. */
export interface Findable {
  readonly kind: 'VIP' | 'Backend' | 'Pool' | 'Node' | 'Flow';
  readonly name: string;
  readonly to: string;
  /** Addresses, as IP and MAC. */
  readonly addresses: readonly string[];
}

const MOST_HITS = 12;

/** What a text names, by name, IP address or MAC; those that begin with it stand first. */
export function found(text: string, among: readonly Findable[]): Findable[] {
  const wanted = plain(text);
  if (wanted === '') return [];
  const rank = (each: Findable) =>
    Math.min(...[each.name, ...each.addresses].map(plain).map((key) => (key === wanted ? 0 : key.startsWith(wanted) ? 1 : key.includes(wanted) ? 2 : 3)));
  return among
    .map((each) => ({ each, rank: rank(each) }))
    .filter((hit) => hit.rank < 3)
    .toSorted((a, b) => a.rank - b.rank || a.each.name.localeCompare(b.each.name))
    .slice(0, MOST_HITS)
    .map((hit) => hit.each);
}

const MAC = /^[0-9a-f]{2}([:-][0-9a-f]{2}){1,5}$/;

/** Upper case and the separators of a MAC make no difference. */
function plain(text: string): string {
  const lower = text.trim().toLowerCase();
  return MAC.test(lower) ? lower.replaceAll('-', ':') : lower;
}
