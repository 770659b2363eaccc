import StatusIndicator from '@cloudscape-design/components/status-indicator';

/** What the operator asked for. It says nothing of health, so it is never green. */
export function AdminStatus({ state }: { state: string }) {
  switch (state) {
    case 'ENABLED':
      return <StatusIndicator type="info">enabled</StatusIndicator>;
    case 'DRAINING':
      return <StatusIndicator type="in-progress">draining</StatusIndicator>;
    default:
      return <StatusIndicator type="stopped">{state.toLowerCase()}</StatusIndicator>;
  }
}
