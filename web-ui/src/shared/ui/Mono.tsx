import type { ReactNode } from 'react';

/** Addresses and ports, in figures that stand below each other. */
export function Mono({ children }: { children: ReactNode }) {
  return <span className="mono">{children}</span>;
}
