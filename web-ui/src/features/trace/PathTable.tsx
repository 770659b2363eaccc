import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { Schemas } from '../../shared/api/client';
import { Mono } from '../../shared/ui/Mono';
import { layoutOf } from './layout';

type Part = Schemas['PacketPathStep']['inferred'][number];

/** What each hop writes into the packet: only MAC addresses change on the way in. */
export function PathTable({ path, node }: { path: Schemas['PacketPath']; node: string }) {
  const legs = layoutOf(path, node);
  const mac = (step: Schemas['PacketPathStep'], part: Part) => {
    const address = part === 'SOURCE_MAC' ? step.sourceMac : step.destinationMac;
    return (
      <>
        <Mono>{address ?? 'unknown'}</Mono>
        {step.inferred.includes(part) && <div className="why">inferred: the answer goes past the balancer</div>}
      </>
    );
  };
  return (
    <Table
      header={<Header variant="h2">What each hop writes into the packet</Header>}
      items={path.steps}
      trackBy="number"
      wrapLines
      ariaLabels={{ tableLabel: 'Steps of the packet path' }}
      columnDefinitions={[
        { id: 'step', header: 'Step', isRowHeader: true, cell: (step) => `${step.number}. ${legs.find((leg) => leg.number === step.number)?.title ?? ''}` },
        { id: 'source', header: 'Source', cell: (step) => <Mono>{step.sourceAddress}</Mono> },
        { id: 'destination', header: 'Destination', cell: (step) => <Mono>{step.destinationAddress}</Mono> },
        { id: 'sourceMac', header: 'Source MAC', cell: (step) => mac(step, 'SOURCE_MAC') },
        { id: 'destinationMac', header: 'Destination MAC', cell: (step) => mac(step, 'DESTINATION_MAC') },
      ]}
    />
  );
}
