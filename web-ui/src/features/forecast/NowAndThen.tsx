import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { Schemas } from '../../shared/api/client';
import { shown } from '../trace/endpoint';
import { outcomeSaid } from '../trace/reasons';

type Explanation = Schemas['Explanation'];

/** Where one flow goes, and where it would. */
export function NowAndThen({ now, then }: { now: Explanation; then: Explanation }) {
  const { source, sourcePort, destination, destinationPort } = now.flow;
  return (
    <Table
      header={<Header variant="h2">{`${shown(source, sourcePort)} to ${shown(destination, destinationPort)}`}</Header>}
      items={[
        { when: 'Now', explanation: now },
        { when: 'Then', explanation: then },
      ]}
      trackBy="when"
      wrapLines
      ariaLabels={{ tableLabel: 'The flow now and then' }}
      columnDefinitions={[
        { id: 'when', header: 'When', isRowHeader: true, cell: ({ when }) => when },
        { id: 'to', header: 'Goes to', cell: ({ explanation }) => explanation.chosen?.name ?? 'nowhere' },
        { id: 'why', header: 'Because', cell: ({ explanation }) => outcomeSaid(explanation.outcome) },
      ]}
    />
  );
}
