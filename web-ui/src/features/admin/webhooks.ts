import { useQuery } from '@tanstack/react-query';
import { api, type Schemas } from '../../shared/api/client';
import type { Page } from '../../shared/api/pages';
import { dataOf } from '../../shared/api/problem';

export type Webhook = Schemas['Webhook'];
export type Delivery = Schemas['WebhookDelivery'];

export const useWebhooks = () =>
  useQuery({ queryKey: ['webhooks'], queryFn: async () => (await dataOf<Page<Webhook>>(api.GET('/api/v1/webhooks'))).items });

/** The newest fifty; looked at often, as nothing tells of them. */
export const useDeliveries = (id: string) =>
  useQuery({
    queryKey: ['webhooks', id, 'deliveries'],
    refetchInterval: 2000,
    queryFn: async () =>
      (await dataOf<Page<Delivery>>(api.GET('/api/v1/webhooks/{id}/deliveries', { params: { path: { id } } }))).items,
  });
