import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { Schemas } from '../api/client';
import { useStale } from '../live/live';

export type Operating = Schemas['Backend']['operatingStatus'];

const LOOKS: Record<Operating, { type: StatusIndicatorProps.Type; word: string }> = {
  ONLINE: { type: 'success', word: 'online' },
  DEGRADED: { type: 'warning', word: 'degraded' },
  DRAINING: { type: 'in-progress', word: 'draining' },
  OFFLINE: { type: 'error', word: 'offline' },
  NO_MONITOR: { type: 'info', word: 'not monitored' },
  UNKNOWN: { type: 'pending', word: 'unknown' },
};

/** Whether it serves, as far as anybody knows: what is stale is unknown, whatever it was. */
export function OperatingStatus({ status, reason }: { status: Operating; reason?: string }) {
  const stale = useStale();
  const looks = LOOKS[stale ? 'UNKNOWN' : status];
  return (
    <span title={reason}>
      <StatusIndicator type={looks.type}>{stale ? `unknown, was ${LOOKS[status].word}` : looks.word}</StatusIndicator>
    </span>
  );
}
