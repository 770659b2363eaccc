import type { Schemas } from '../../shared/api/client';

type Answer = Pick<Schemas['WhatIfAnswer'], 'flows' | 'moved' | 'movedPercent' | 'chosenElsewhere' | 'chosenElsewherePercent'>;

/** What becomes of the flows that are there, in one sentence. Without flows nothing is known of shares. */
export function verdictOf({ flows, moved, movedPercent }: Answer): string {
  if (flows === 0) return 'No flow is remembered: there is none to move';
  if (moved === 0) return flows === 1 ? 'The 1 remembered flow stays' : `All ${flows} remembered flows stay`;
  return `${movedPercent} % of the remembered flows move at once: ${moved} of ${flows}`;
}

/** What becomes of flows to come, by those that are there. */
export function laterOf({ flows, chosenElsewhere, chosenElsewherePercent }: Answer): string {
  if (flows === 0) return 'Where new flows would go is shown by flows that came before, and there are none.';
  return `If they came anew, ${chosenElsewherePercent} % would go elsewhere: ${chosenElsewhere} of ${flows}.`;
}

/** A part of the flows with its share, to a tenth of a per cent. */
export function partOf(part: number, flows: number): string {
  return flows === 0 ? String(part) : `${part} (${((100 * part) / flows).toFixed(1)} %)`;
}
