import type { Schemas } from '../../shared/api/client';

/** Who has taken what over, in one sentence. */
export function movedTo({ moved }: Schemas['HandOver'], nodes: readonly { id: string; name: string }[]): string {
  if (moved.length === 0) return 'It owned no virtual router: nothing had to move.';
  const name = (id: string) => nodes.find((node) => node.id === id)?.name ?? id;
  return moved.map((each) => `VRID ${each.vrid} belongs to ${name(each.takenOverBy)} now.`).join(' ');
}
