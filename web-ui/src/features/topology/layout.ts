import type { Schemas } from '../../shared/api/client';

export type Group = Schemas['TopologyGroup'];

export type Look = 'vip' | 'node' | 'network' | 'backend';

export interface Box {
  readonly id: string;
  readonly look: Look;
  readonly x: number;
  readonly y: number;
  readonly name: string;
  readonly below: string;
  /** Nobody vouches for what it shows. */
  readonly unknown: boolean;
}

export interface Line {
  readonly id: string;
  readonly kind: 'owns' | 'attached';
  readonly from: Box;
  readonly to: Box;
}

export interface Drawing {
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
  readonly height: number;
  /** What a column had no room for; all of it stands in the tables. */
  readonly left: number;
}

/** Measures of the drawing, in its own units. */
export const BOX = { width: 210, height: 46 } as const;
const COLUMN = 265;
const ROW = 60;
const MOST_ROWS = 12;
export const WIDTH = 3 * COLUMN + BOX.width;

interface Item {
  readonly id: string;
  readonly name: string;
  readonly below: string;
  readonly unknown: boolean;
}

/** Four columns: VIPs beside the nodes that own them, the networks, and the backends on them. */
export function layout(group: Group, stale: boolean): Drawing {
  const columns: readonly { look: Look; items: readonly Item[] }[] = [
    { look: 'vip', items: group.vips.map((vip) => ({ ...vip, below: vip.address, unknown: stale || !vip.ownerNodeId })) },
    {
      look: 'node',
      items: group.nodes.map((node) => ({ ...node, below: node.fresh ? (node.macs[0] ?? '') : 'not heard of', unknown: stale || !node.fresh })),
    },
    { look: 'network', items: group.networks.map((network) => ({ ...network, below: network.subnets.join(' '), unknown: false })) },
    {
      look: 'backend',
      items: group.backends.map((backend) => ({ ...backend, below: backend.mac ?? 'MAC not seen yet', unknown: stale || !backend.mac })),
    },
  ];
  const boxes = columns.flatMap(({ look, items }, column) =>
    items.slice(0, MOST_ROWS).map(({ id, name, below, unknown }, row): Box => ({ id, look, name, below, unknown, x: column * COLUMN, y: row * ROW })),
  );
  const box = new Map(boxes.map((each) => [each.id, each]));
  const line = (kind: Line['kind'], from: string, to: string | undefined): Line[] => {
    const [a, b] = [box.get(from), to ? box.get(to) : undefined];
    return a && b ? [{ id: `${from} ${to}`, kind, from: a, to: b }] : [];
  };
  return {
    boxes,
    lines: [
      ...group.vips.flatMap((vip) => line('owns', vip.id, vip.ownerNodeId)),
      ...group.nodes.flatMap((node) => group.networks.flatMap((network) => line('attached', node.id, network.id))),
      ...group.backends.flatMap((backend) => (backend.networkId ? line('attached', backend.networkId, backend.id) : [])),
    ],
    height: Math.max(1, ...columns.map(({ items }) => Math.min(MOST_ROWS, items.length))) * ROW,
    left: columns.reduce((sum, { items }) => sum + Math.max(0, items.length - MOST_ROWS), 0),
  };
}
