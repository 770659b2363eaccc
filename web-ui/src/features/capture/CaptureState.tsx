import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useEffect, useState } from 'react';
import type { Capture } from './captures';
import { endOf, progressOf } from './progress';

/** How far it is, or how it ended. */
export function CaptureState({ capture }: { capture: Capture }) {
  if (capture.state === 'RUNNING') return <Running capture={capture} />;
  return <StatusIndicator type={capture.state === 'DONE' ? 'success' : 'error'}>{endOf(capture)}</StatusIndicator>;
}

function Running({ capture }: { capture: Capture }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return <StatusIndicator type="in-progress">{progressOf(capture, now)}</StatusIndicator>;
}
