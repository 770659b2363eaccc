interface KnownNode {
  readonly connected: boolean;
}

interface KnownVip {
  readonly name: string;
  readonly operatingStatus: string;
}

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** How things stand, in one sentence. What nobody has reported is unknown, never fine. */
export function verdict(nodes: readonly KnownNode[] | undefined, vips: readonly KnownVip[] | undefined, stale = false): string {
  if (!nodes || !vips) return 'Reading the configuration';
  if (stale) return 'The control plane does not answer: what follows is old';
  if (vips.length === 0) return 'No VIP yet';
  if (nodes.length === 0) return 'No node carries these VIPs';
  const lost = nodes.filter((node) => !node.connected).length;
  if (lost === nodes.length) return 'No node is connected: what follows is what was asked for, not what is';
  const needing = vips.filter((vip) => vip.operatingStatus === 'OFFLINE' || vip.operatingStatus === 'DEGRADED').length;
  const unknown = vips.filter((vip) => vip.operatingStatus === 'UNKNOWN').length;
  const fine = vips.length - needing - unknown;
  if (needing > 0) return capital(`${spoken(needing, 'VIP needs', 'VIPs need')} you, ${spoken(fine, 'is', 'are')} fine`);
  if (lost > 0) return capital(`${spoken(lost, 'node is', 'nodes are')} not connected`);
  if (unknown > 0) return capital(`nobody has told yet how ${spoken(unknown, 'VIP does', 'VIPs do')}`);
  return capital(`${spoken(fine, 'VIP is', 'VIPs are')} fine`);
}

/** The VIPs that need somebody, in a sentence each. */
export function lacks(vips: readonly (KnownVip & { operatingReason: string })[]): string {
  return vips
    .filter((vip) => vip.operatingStatus === 'OFFLINE' || vip.operatingStatus === 'DEGRADED')
    .slice(0, 3)
    .map((vip) => `${vip.name}: ${vip.operatingReason}`)
    .join(' ');
}

function spoken(number: number, one: string, many: string): string {
  return `${WORDS[number] ?? number} ${number === 1 ? one : many}`;
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
