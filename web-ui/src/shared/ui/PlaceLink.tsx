import CloudscapeLink from '@cloudscape-design/components/link';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** A link within the console: one click without a reload, and an ordinary address to open elsewhere. */
export function PlaceLink({ to, children }: { to: string; children: ReactNode }) {
  const navigate = useNavigate();
  return (
    <CloudscapeLink
      href={to}
      onFollow={(event) => {
        if (event.detail.external) return;
        event.preventDefault();
        void navigate({ to });
      }}
    >
      {children}
    </CloudscapeLink>
  );
}
