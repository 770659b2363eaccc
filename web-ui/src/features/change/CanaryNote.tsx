import Alert, { type AlertProps } from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { ActionButton } from '../../shared/ui/ActionButton';
import { PlaceLink } from '../../shared/ui/PlaceLink';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { clock } from '../../shared/ui/time';
import { useWrite } from '../../shared/ui/useWrite';
import { type Canary, end, isRunning, useCanaries } from './canaries';

const LOOKS: Record<Canary['state'], { type: AlertProps.Type; header: string }> = {
  VERIFYING: { type: 'info', header: 'It is tried by some nodes first' },
  SOAKING: { type: 'info', header: 'The nodes that try it have it, and are watched' },
  PASSED: { type: 'success', header: 'It was tried first, and passed' },
  ROLLED_BACK: { type: 'warning', header: 'It was tried first, and went back' },
};

/** Who tries a revision before everybody gets it, how that goes, and its end before its time. */
export function CanaryNote({ revision }: { revision: number }) {
  const canaries = useCanaries();
  const write = useWrite(end);
  const canary = canaries.data?.find((each) => each.revision === revision);
  if (!canary) return null;
  const looks = LOOKS[canary.state];
  return (
    <Alert
      type={looks.type}
      header={looks.header}
      action={
        isRunning(canary) && (
          <SpaceBetween direction="horizontal" size="xs">
            <ActionButton least="EDITOR" loading={write.isPending} onClick={() => write.mutate({ revision, by: 'pass' })}>
              Give it to all now
            </ActionButton>
            <ActionButton least="EDITOR" loading={write.isPending} onClick={() => write.mutate({ revision, by: 'abort' })}>
              Take it back
            </ActionButton>
          </SpaceBetween>
        )
      }
    >
      <ProblemAlert error={write.error} />
      Tried by {canary.nodes.map((node) => node.nodeName).join(', ')}
      {untilWhen(canary)}. {canary.reason}{' '}
      {canary.rolledBackBy !== undefined && <PlaceLink to={`/changes?revision=${canary.rolledBackBy}`}>r {canary.rolledBackBy}</PlaceLink>}
    </Alert>
  );
}

function untilWhen({ state, verifyBy, soaksUntil, endedAt }: Canary): string {
  if (state === 'VERIFYING') return `, who must have verified it by ${clock(verifyBy)}`;
  if (state === 'SOAKING') return soaksUntil ? `, until ${clock(soaksUntil)}` : '';
  return endedAt ? `, ended ${clock(endedAt)}` : '';
}
