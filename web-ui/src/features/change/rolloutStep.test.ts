import { stepOf } from './rolloutStep';

test.each([
  [{}, 'UNKNOWN'],
  [{ receivedRevision: 6, verifiedRevision: 6 }, 'UNKNOWN'],
  [{ receivedRevision: 7, appliedRevision: 6, verifiedRevision: 6 }, 'RECEIVED'],
  [{ receivedRevision: 7, appliedRevision: 7, verifiedRevision: 6 }, 'APPLIED'],
  [{ receivedRevision: 7, appliedRevision: 7, verifiedRevision: 7 }, 'VERIFIED'],
  [{ receivedRevision: 9, appliedRevision: 9, verifiedRevision: 8 }, 'VERIFIED'],
  [{ receivedRevision: 7, appliedRevision: 6, rejectedRevision: 7 }, 'REFUSED'],
])('of a node that tells %j revision 7 is %s', (told, step) => expect(stepOf(told, 7)).toBe(step));
