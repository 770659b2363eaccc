import type { ReactNode } from 'react';

/** What is wider or longer than its place: the keyboard reaches it, too, to scroll it. */
export function Scrollable({ label, className, children }: { label: string; className: string; children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- WCAG 2.1.1: a region that scrolls can be focused
    <div className={`scrollable ${className}`} role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
