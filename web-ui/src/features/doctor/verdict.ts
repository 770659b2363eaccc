import type { Schemas } from '../../shared/api/client';

type Diagnosis = Schemas['Diagnosis'];
type Check = Schemas['Check'];

const RANK: Record<Check['outcome'], number> = { FAILED: 0, PASSED: 1, SKIPPED: 2 };

/** What is wrong stands first; the order in which it was asked stays within. */
export function failingFirst(checks: readonly Check[]): Check[] {
  return checks.toSorted((a, b) => RANK[a.outcome] - RANK[b.outcome]);
}

/** What a diagnosis found, in one sentence. What nobody looked at is never well. */
export function verdictOf(diagnosis: Pick<Diagnosis, 'state' | 'backends' | 'failures'>): string {
  if (diagnosis.state === 'RUNNING') return 'Examining on the wire';
  if (diagnosis.state === 'FAILED' || diagnosis.backends.length === 0) return 'Nobody could look: nothing is known';
  const ill = diagnosis.backends.filter((each) => each.faults.length > 0).length;
  const looked = diagnosis.backends.length;
  const unheard = diagnosis.failures.length > 0 ? ', and not every node answered' : '';
  if (ill === 0) return `Nothing wrong was found${unheard}`;
  return `${ill} of ${looked} ${looked === 1 ? 'path is' : 'paths are'} broken${unheard}`;
}
