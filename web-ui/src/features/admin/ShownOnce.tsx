import Alert from '@cloudscape-design/components/alert';
import { Mono } from '../../shared/ui/Mono';

/** A secret that cannot be shown again. */
export function ShownOnce({ what, secret, onForget }: { what: string; secret: string; onForget: () => void }) {
  return (
    <Alert type="success" header={`${what}, shown this once`} dismissible dismissAriaLabel="Forget it" onDismiss={onForget}>
      <Mono>{secret}</Mono>
    </Alert>
  );
}
