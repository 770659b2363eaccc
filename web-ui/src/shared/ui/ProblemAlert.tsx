import Alert from '@cloudscape-design/components/alert';
import { ProblemError } from '../api/problem';

/** A refused write: what the control plane says, and that nothing was changed. */
export function ProblemAlert({ error, title }: { error: unknown; title?: string }) {
  if (!error) return null;
  const stale = error instanceof ProblemError && error.problem.status === 412;
  const message = error instanceof Error ? error.message : String(error);
  return (
    <Alert type="error" header={stale ? 'Somebody else changed it first' : (title ?? 'Nothing was changed')}>
      {message}
      {error instanceof ProblemError && (
        <ul>
          {error.problem.errors.map((each) => (
            <li key={`${each.pointer} ${each.code}`}>{each.detail}</li>
          ))}
        </ul>
      )}
    </Alert>
  );
}
