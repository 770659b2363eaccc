import type { Schemas } from '../../shared/api/client';
import { shown } from './endpoint';

type Trace = Schemas['FlowTrace'];

export interface Reason {
  readonly said: string;
  readonly why: string;
}

/** What the node would do with the next packet, in one sentence. */
const OUTCOMES: Record<string, string> = {
  KNOWN_FLOW: 'The node remembers this flow: it stays where it went before.',
  KNOWN_SOURCE: 'The node remembers this client: its new flows follow it.',
  MOVED_FLOW: 'The node remembers this flow, yet its backend is gone: it moves.',
  BY_HASH: 'Nobody remembers this flow: its hash decides.',
  BY_TURN: 'Nobody remembers this flow: it is the next backend’s turn.',
  NOT_A_VIP: 'No VIP of this node has that address.',
  VIP_DISABLED: 'The VIP is disabled.',
  NO_LISTENER: 'No listener of the VIP has that protocol and port.',
  LISTENER_DISABLED: 'The listener is disabled.',
  SOURCE_DENIED: 'The listener does not let this client in.',
  NO_BACKEND: 'No backend takes it: none is up.',
};

const OTHERS: Record<string, string> = {
  HASH_FELL_ELSEWHERE: 'the hash fell elsewhere',
  REMEMBERED_ELSEWHERE: 'the flow is remembered elsewhere',
  KEEPS_ITS_FLOWS_ONLY: 'it keeps its flows, and takes no new ones',
  TAKES_NONE: 'it is down or disabled',
};

export const outcomeSaid = (code: string) => OUTCOMES[code] ?? code;

export const whyNot = (code: string) => OTHERS[code] ?? code;

/** Step by step, as the data path takes them; what it does not come to is left out. */
export function reasonsOf(trace: Trace, node: string): Reason[] {
  const { flow, chosen, after } = trace;
  const revision = trace.revision === undefined ? 'before the first revision' : `with the table of revision ${trace.revision}`;
  return [
    {
      said: `${node} ${trace.owned ? 'owns the VIP and decides' : 'answers, though it does not own the VIP'}.`,
      why: `${flow.protocol} to ${shown(flow.destination, flow.destinationPort)}, ${revision}.`,
    },
    { said: outcomeSaid(trace.outcome), why: trace.outcome },
    ...(trace.slot === undefined ? [] : [{ said: `It falls into slot ${trace.slot}.`, why: `Of ${trace.slots} slots; each belongs to one backend.` }]),
    ...(chosen ? [{ said: `It goes to ${chosen.name}.`, why: trace.others.map((each) => `${each.name}: ${whyNot(each.why)}`).join('; ') || 'There is no other.' }] : []),
    ...(after
      ? [{ said: `The frame leaves ${after.interfaceName} to ${after.destinationMac}.`, why: `From ${after.sourceMac}${after.vlanId ? `, VLAN ${after.vlanId}` : ''}. No other byte of it changes.` }]
      : []),
  ];
}
