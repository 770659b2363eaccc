import type { Schemas } from '../../shared/api/client';

export type Step = 'VERIFIED' | 'APPLIED' | 'RECEIVED' | 'REFUSED' | 'UNKNOWN';

type Told = Pick<Schemas['NodeRollout'], 'receivedRevision' | 'appliedRevision' | 'verifiedRevision' | 'rejectedRevision'>;

/** The furthest that a node has told of a revision; one that is past it has it, too. */
export function stepOf(node: Told, revision: number): Step {
  const reached = (told: number | undefined) => (told ?? 0) >= revision;
  if (node.rejectedRevision === revision) return 'REFUSED';
  if (reached(node.verifiedRevision)) return 'VERIFIED';
  if (reached(node.appliedRevision)) return 'APPLIED';
  return reached(node.receivedRevision) ? 'RECEIVED' : 'UNKNOWN';
}
