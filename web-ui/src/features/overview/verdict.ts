interface KnownNode {
  readonly connected: boolean;
}

/** How things stand, in one sentence. What nobody has reported is unknown, never fine. */
export function verdict(nodes: readonly KnownNode[] | undefined, vips: readonly unknown[] | undefined): string {
  if (!nodes || !vips) return 'Reading the configuration';
  if (vips.length === 0) return 'No VIP yet';
  if (nodes.length === 0) return 'No node carries these VIPs';
  const lost = nodes.filter((node) => !node.connected).length;
  if (lost === nodes.length) return 'No node is connected: what follows is what was asked for, not what is';
  if (lost > 0) return `${count(lost, 'node is', 'nodes are')} not connected`;
  return `${count(nodes.length, 'node carries', 'nodes carry')} ${count(vips.length, 'VIP', 'VIPs')}`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
