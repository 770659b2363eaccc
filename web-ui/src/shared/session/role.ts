import type { Grant } from '../api/client';

/** Each may do what those before it may. */
const ORDER = ['VIEWER', 'OPERATOR', 'EDITOR', 'ADMIN'] as const;
export type Role = (typeof ORDER)[number];

/** Whether one of the grants is at least of this role. Where it reaches the control plane judges. */
export function has(grants: readonly Pick<Grant, 'role'>[], least: Role): boolean {
  return grants.some((grant) => ORDER.indexOf(grant.role) >= ORDER.indexOf(least));
}

/** Why an action is closed to somebody, as a sentence; nothing when it is open. */
export function reasonAgainst(grants: readonly Pick<Grant, 'role'>[], least: Role): string | undefined {
  if (has(grants, least)) return undefined;
  const own = ORDER.findLast((role) => has(grants, role));
  return `This needs the role ${least.toLowerCase()}; yours is ${own?.toLowerCase() ?? 'none'}.`;
}
