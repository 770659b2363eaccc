import type { Schemas } from '../../shared/api/client';

/** One leg of the way, as it is drawn. */
export interface Leg {
  readonly number: number;
  readonly kind: 'request' | 'rewrite' | 'return';
  readonly title: string;
  readonly words: string;
  /** The balancer did not see a part of it. */
  readonly inferred: boolean;
}

const KINDS = ['request', 'rewrite', 'return'] as const;

/** Where each MAC of the three steps leads. */
export function layoutOf(path: Schemas['PacketPath'], node: string): Leg[] {
  const backend = path.explanation.chosen?.name ?? 'nowhere';
  const titles = [`client to ${node}`, `${node} to ${backend}`, `${backend} straight to the client`];
  return path.steps.slice(0, KINDS.length).map((step, i) => ({
    number: step.number,
    kind: KINDS[i] ?? 'request',
    title: titles[i] ?? '',
    words: `to ${step.destinationMac ?? 'unknown'}${step.inferred.includes('DESTINATION_MAC') ? ', inferred' : ''}`,
    inferred: step.inferred.length > 0,
  }));
}
