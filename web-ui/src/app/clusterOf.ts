interface Named {
  readonly name: string;
}

/** The node group by its name, or how many there are, and their nodes; nothing while that is not known. */
export function clusterOf(groups: readonly Named[] | undefined, nodes: readonly Named[] | undefined): string {
  if (!groups || !nodes) return '';
  const [first, ...more] = groups;
  if (!first) return 'no node group';
  const name = more.length === 0 ? first.name : `${groups.length} node groups`;
  return `${name} · ${nodes.length} ${nodes.length === 1 ? 'node' : 'nodes'}`;
}
