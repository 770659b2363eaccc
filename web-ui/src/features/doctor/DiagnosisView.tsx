import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { Schemas } from '../../shared/api/client';
import { useNodes } from '../../shared/api/queries';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { clock } from '../../shared/ui/time';
import { BackendFindings } from './BackendFindings';
import { useDiagnosis } from './diagnoses';
import { verdictOf } from './verdict';

type Diagnosis = Schemas['Diagnosis'];

/** One diagnosis: each step while it runs, then what is wrong with every backend, the ill ones first. */
export function DiagnosisView({ id }: { id: string }) {
  const { data, error } = useDiagnosis(id);
  if (!data) return <ProblemAlert error={error} title="This diagnosis cannot be read" />;
  const worstFirst = data.backends.toSorted((a, b) => b.faults.length - a.faults.length);
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header variant="h2" description={data.endedAt ? `ended ${clock(data.endedAt)}` : `started ${clock(data.startedAt)}`}>
            {verdictOf(data)}
          </Header>
        }
      >
        <Progress diagnosis={data} />
      </Container>
      {worstFirst.map((each) => (
        <BackendFindings key={`${each.vipId} ${each.backendId}`} found={each} />
      ))}
    </SpaceBetween>
  );
}

function Progress({ diagnosis }: { diagnosis: Diagnosis }) {
  const nodes = useNodes().data;
  const nameOf = (id: string) => nodes?.find((node) => node.id === id)?.name ?? id;
  return (
    <div role="log" aria-label="Progress" aria-busy={diagnosis.state === 'RUNNING'}>
      <p>
        {diagnosis.state === 'RUNNING' ? 'Examined' : 'Examination'} by {diagnosis.nodeIds.map(nameOf).join(' and ') || 'nobody'}.
      </p>
      <ol className="steps">
        {diagnosis.progress.map((line, i) => (
          // Lines are only added.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={i}>{line}</li>
        ))}
      </ol>
      {diagnosis.failures.map((failure) => (
        <StatusIndicator key={failure.nodeId} type="warning">
          {nameOf(failure.nodeId)}: {failure.message} ({failure.code})
        </StatusIndicator>
      ))}
    </div>
  );
}
