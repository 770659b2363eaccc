import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { useWrite } from '../../shared/ui/useWrite';
import { ImportForm } from './ImportForm';
import { readImport } from './imports';
import { ImportView } from './ImportView';

/** From keepalived or ipvsadm: what becomes of each line, what that would change, and only then the change. */
export function ImportPage() {
  const reading = useWrite(readImport);
  return (
    <SpaceBetween size="l">
      <Header variant="h1" description="What keepalived or ipvsadm forward by direct routing becomes VIPs, pools and backends. Nothing is changed by reading it.">
        Import
      </Header>
      <ImportForm pending={reading.isPending} onRead={reading.mutate} onChanged={reading.reset} />
      <ProblemAlert error={reading.error} title="It cannot be read" />
      {reading.data && <ImportView key={JSON.stringify(reading.data.plan)} made={reading.data} />}
    </SpaceBetween>
  );
}
