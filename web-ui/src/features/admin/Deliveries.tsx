import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import { ActionButton } from '../../shared/ui/ActionButton';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { ResourceTable } from '../../shared/ui/ResourceTable';
import { clock } from '../../shared/ui/time';
import { useWrite } from '../../shared/ui/useWrite';
import { type Delivery, useDeliveries, type Webhook } from './webhooks';

const LOOKS = { PENDING: 'pending', DELIVERED: 'success', DEAD: 'error' } as const;

/** What became of the events that a webhook is told of. */
export function Deliveries({ webhook }: { webhook: Webhook }) {
  const deliveries = useDeliveries(webhook.id);
  const again = useWrite((delivery: Delivery) =>
    dataOf(
      api.POST('/api/v1/webhooks/{id}/deliveries/{deliveryId}/redeliver', {
        params: { path: { id: webhook.id, deliveryId: delivery.id } },
      }),
    ),
  );
  return (
    <SpaceBetween size="s">
      <ProblemAlert error={again.error} title="It was not sent again" />
      <ResourceTable
        title={`Deliveries to ${webhook.name}`}
        headingTag="h2"
        query={deliveries}
        rowName={(delivery) => delivery.type}
        empty="Nothing has been delivered yet."
        columns={[
          { id: 'at', header: 'Time', cell: (delivery) => clock(delivery.createdAt), isRowHeader: true },
          { id: 'type', header: 'Event', cell: (delivery) => delivery.type },
          {
            id: 'state',
            header: 'State',
            cell: (delivery) => <StatusIndicator type={LOOKS[delivery.state]}>{delivery.state.toLowerCase()}</StatusIndicator>,
          },
          { id: 'attempts', header: 'Attempts', cell: (delivery) => delivery.attempts },
          { id: 'last', header: 'Last answer', cell: (delivery) => delivery.lastError ?? delivery.lastStatus ?? '-' },
          {
            id: 'actions',
            header: 'Actions',
            cell: (delivery) => (
              <ActionButton least="ADMIN" ariaLabel={`Send ${delivery.type} again`} onClick={() => again.mutate(delivery)}>
                Send again
              </ActionButton>
            ),
          },
        ]}
      />
    </SpaceBetween>
  );
}
