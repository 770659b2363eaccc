import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import { useBackends, useVips } from '../../shared/api/queries';
import { PlaceLink } from '../../shared/ui/PlaceLink';
import { clock } from '../../shared/ui/time';
import { useDiagnoses } from './diagnoses';
import { subjects } from './subject';
import { verdictOf } from './verdict';

/** The newest diagnoses, of everybody. */
export function Earlier({ shown }: { shown: string | undefined }) {
  const diagnoses = useDiagnoses();
  const named = subjects(useVips().data ?? [], useBackends().data ?? []);
  return (
    <Table
      header={<Header variant="h2">Earlier diagnoses</Header>}
      items={diagnoses.data?.filter((each) => each.id !== shown) ?? []}
      trackBy="id"
      loading={diagnoses.isPending}
      loadingText="Reading diagnoses"
      ariaLabels={{ tableLabel: 'Earlier diagnoses' }}
      empty="None yet. Choose a VIP or a backend and examine it."
      columnDefinitions={[
        {
          id: 'at',
          header: 'Time',
          isRowHeader: true,
          cell: (each) => (
            <PlaceLink to={`/doctor?of=${encodeURIComponent(each.resource)}&diagnosis=${each.id}`}>{clock(each.startedAt)}</PlaceLink>
          ),
        },
        {
          id: 'what',
          header: 'Of',
          cell: (each) => named.find((option) => option.value === each.resource)?.label ?? 'what is no more',
        },
        { id: 'verdict', header: 'Found', cell: (each) => verdictOf(each) },
      ]}
    />
  );
}
