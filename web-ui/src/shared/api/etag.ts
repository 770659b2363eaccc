/** The entity tag of a version as it was read: a write with it fails with 412 when somebody else was first. */
export function ifMatch(version: number): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` };
}
