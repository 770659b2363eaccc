/** What deleting a VIP does, in flows and per cent, before it is done. */
export function effectOf(address: string, flows: number | undefined): string {
  const ending = flows === undefined ? 'How many flows it has is unknown now; all of them end.' : `Its ${flows} ${flows === 1 ? 'flow' : 'flows'}, 100 %, end.`;
  return `${ending} Clients of ${address} are no longer answered, within a second on every node.`;
}
