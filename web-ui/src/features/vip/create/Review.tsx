import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useHealthMonitors, useNodeGroups, usePools } from '../../../shared/api/queries';
import { Mono } from '../../../shared/ui/Mono';
import { PlanView } from './PlanView';
import { type Draft, makesMonitor, makesPool } from './draft';

interface Line {
  readonly what: string;
  readonly how: string;
}

/** All that will be made, and what that does to clients. */
export function Review({ draft, making }: { draft: Draft; making: boolean }) {
  const named = useNodeGroups().data?.find((each) => each.id === draft.vip['nodeGroupId'])?.name;
  const group = named ?? 'no node group';
  const pool = usePools().data?.find((each) => each.id === draft.poolId)?.name;
  const monitor = useHealthMonitors().data?.find((each) => each.id === draft.monitorId)?.name;
  return (
    <SpaceBetween size="m">
      <Table
        items={linesOf(draft, group, pool, monitor)}
        ariaLabels={{ tableLabel: 'What will be made' }}
        header={<Header variant="h2">What will be made</Header>}
        columnDefinitions={[
          { id: 'what', header: 'Resource', cell: (line) => line.what, isRowHeader: true },
          { id: 'how', header: 'As', cell: (line) => <Mono>{line.how}</Mono> },
        ]}
      />
      <Box>
        The nodes of {group} begin to answer for {draft.vip['address'] || 'the address'}. Each backend must hold the address on its loopback;
        its page has the script.
      </Box>
      <PlanView draft={draft} named={{ group: named, pool, monitor }} making={making} />
    </SpaceBetween>
  );
}

function linesOf(draft: Draft, group: string, pool: string | undefined, monitor: string | undefined): Line[] {
  const { vip } = draft;
  return [
    { what: `VIP ${vip['name'] ?? ''}`, how: `${vip['address'] ?? ''} on ${group}` },
    ...draft.listeners.map((each) => ({ what: 'Listener', how: `${each['protocol'] ?? ''} ${each['ports'] ?? ''}` })),
    makesPool(draft)
      ? { what: `Pool ${draft.pool['name'] || (vip['name'] ?? '')}`, how: draft.pool['algorithm'] ?? '' }
      : { what: 'Existing pool', how: pool ?? '' },
    ...(makesPool(draft)
      ? draft.backends.map((each) => ({ what: `Backend ${each['name'] ?? ''}`, how: `${each['address'] ?? ''} weight ${each['weight'] || '1'}` }))
      : []),
    makesMonitor(draft)
      ? { what: 'Health monitor', how: `${draft.monitor['type'] ?? ''} ${draft.monitor['path'] ?? ''} every ${draft.monitor['intervalMs'] ?? ''} ms` }
      : { what: 'Health', how: monitor ?? (makesPool(draft) ? 'none' : 'of the pool') },
  ];
}
