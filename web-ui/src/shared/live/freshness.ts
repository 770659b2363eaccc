import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

export const STALE_AFTER_MS = 5000;

/** Whether what is on the page is younger than five seconds; old values are dimmed, never shown as zero. */
export function isStale(newest: number, now: number): boolean {
  return now - newest > STALE_AFTER_MS;
}

export function useStale(): boolean {
  const client = useQueryClient();
  const [stale, setStale] = useState(false);
  useEffect(() => {
    const started = Date.now();
    const timer = setInterval(() => {
      const read = client.getQueryCache().findAll({ type: 'active' });
      const newest = Math.max(started, ...read.map((query) => query.state.dataUpdatedAt));
      setStale(isStale(newest, Date.now()));
    }, 1000);
    return () => clearInterval(timer);
  }, [client]);
  return stale;
}
