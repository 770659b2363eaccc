import type { Schemas } from '../../shared/api/client';

const MOST_NAMES = 4;

/** The VIPs that a node answers for, as it reported; unknown where nobody vouches for it. */
export function ownedBy(nodeId: string, topology: Schemas['Topology'] | undefined): string {
  const group = topology?.nodeGroups.find((each) => each.nodes.some((node) => node.id === nodeId && node.fresh));
  if (!group) return 'unknown';
  const names = group.vips.filter((vip) => vip.ownerNodeId === nodeId).map((vip) => vip.name);
  if (names.length === 0) return 'none: it stands by';
  const more = names.length - MOST_NAMES;
  return `${names.slice(0, MOST_NAMES).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
