import { useState } from 'react';
import type { Schemas } from '../../shared/api/client';
import { endpointOf, shown } from './endpoint';

type Flow = Schemas['Flow'];

/** A flow as an address names it: each of its parts is a text, or absent. */
export type AskedFlow = Partial<Record<'source' | 'sourcePort' | 'destination' | 'destinationPort' | 'protocol', string>>;

/** The texts of a form that names a flow; `flow` is absent until both ends are whole. */
export function useFlowForm(asked: AskedFlow) {
  const [client, setClient] = useState(asked.source && asked.sourcePort ? shown(asked.source, Number(asked.sourcePort)) : '');
  const [service, setService] = useState(asked.destination && asked.destinationPort ? shown(asked.destination, Number(asked.destinationPort)) : '');
  const [protocol, setProtocol] = useState<Flow['protocol']>(asked.protocol === 'UDP' ? 'UDP' : 'TCP');
  return { client, setClient, service, setService, protocol, setProtocol, flow: flowOf(client, service, protocol) };
}

export type FlowForm = ReturnType<typeof useFlowForm>;

export function flowOf(client: string, service: string, protocol: Flow['protocol']): Flow | undefined {
  const [source, destination] = [endpointOf(client), endpointOf(service)];
  if (!source || !destination) return undefined;
  return { source: source.address, sourcePort: source.port, destination: destination.address, destinationPort: destination.port, protocol };
}

/** The explainer's address for a flow. */
export function explainLink({ source, sourcePort, destination, destinationPort, protocol }: Flow): string {
  const asked = { source, sourcePort: String(sourcePort), destination, destinationPort: String(destinationPort), protocol };
  return `/explain?${new URLSearchParams(asked).toString()}`;
}
