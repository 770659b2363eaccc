import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import { useQuery } from '@tanstack/react-query';
import { api, type Schemas } from '../../shared/api/client';
import type { Page } from '../../shared/api/pages';
import { dataOf } from '../../shared/api/problem';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { clock } from '../../shared/ui/time';

type Entry = Schemas['AuditEntry'];

/** Who did what, and who was kept from it: the newest fifty; the whole of it as a file. */
export function AuditTrail() {
  const entries = useAudit();
  if (entries.isError && !entries.data) return <ProblemAlert error={entries.error} title="The audit trail cannot be read" />;
  return (
    <Table
      header={
        <Header
          variant="h2"
          description="The newest fifty entries."
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button href="/api/v1/audit/export?format=CSV" download="carom-audit.csv">
                Download all as CSV
              </Button>
              <Button href="/api/v1/audit/export?format=NDJSON" download="carom-audit.ndjson">
                Download all as NDJSON
              </Button>
            </SpaceBetween>
          }
        >
          Audit trail
        </Header>
      }
      items={entries.data ?? []}
      trackBy={(entry) => String(entry.id)}
      wrapLines
      loading={entries.isPending}
      loadingText="Reading the audit trail"
      ariaLabels={{ tableLabel: 'Audit trail' }}
      empty="Nothing has been done yet."
      columnDefinitions={[
        { id: 'at', header: 'Time', isRowHeader: true, cell: (entry) => clock(entry.createdAt) },
        { id: 'actor', header: 'Who', cell: (entry) => entry.actor },
        { id: 'action', header: 'Did', cell: (entry) => entry.action },
        { id: 'what', header: 'To', cell: (entry) => `${entry.resourceType.toLowerCase().replaceAll('_', ' ')} ${entry.resourceName}` },
        { id: 'outcome', header: 'Outcome', cell: (entry) => <Outcome of={entry} /> },
        { id: 'reason', header: 'Why', cell: (entry) => entry.reason ?? '-' },
      ]}
    />
  );
}

function Outcome({ of }: { of: Entry }) {
  return of.outcome === 'DENIED' ? <StatusIndicator type="warning">denied</StatusIndicator> : <StatusIndicator type="success">done</StatusIndicator>;
}

const useAudit = () =>
  useQuery({
    queryKey: ['audit'],
    queryFn: async () => (await dataOf<Page<Entry>>(api.GET('/api/v1/audit', { params: { query: { limit: 50 } } }))).items,
  });
