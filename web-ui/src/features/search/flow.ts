import { shown } from '../trace/endpoint';
import { explainLink, flowOf } from '../trace/flowForm';
import type { Findable } from './found';

const FLOW = /^(?:(tcp|udp) +)?(\S+?) *(?: |->|→|>) *(\S+)$/i;

/** The flow that a text names, as `198.51.100.7:51234 10.0.0.100:80` with `->` between if one likes, and `udp` before it. */
export function flowFound(text: string): Findable[] {
  const [, protocol, client = '', service = ''] = FLOW.exec(text.trim()) ?? [];
  const flow = flowOf(client, service, protocol?.toUpperCase() === 'UDP' ? 'UDP' : 'TCP');
  if (!flow) return [];
  const name = `${shown(flow.source, flow.sourcePort)} → ${shown(flow.destination, flow.destinationPort)}`;
  return [{ kind: 'Flow', name, to: explainLink(flow), addresses: [flow.protocol] }];
}
