import { useQuery } from '@tanstack/react-query';
import { api, type Schemas } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';

export type Capture = Schemas['Capture'];

const POLL_MS = 1000;
const REST_MS = 10_000;

/** Those that are kept, the newest first; looked at often while one runs. Of VIPs, or of flight recorders. */
export const useCaptures = (of: 'vips' | 'recorders', wanted: boolean) =>
  useQuery({
    queryKey: ['captures'],
    enabled: wanted,
    refetchInterval: ({ state }) => (state.data?.some((each) => each.state === 'RUNNING') ? POLL_MS : REST_MS),
    queryFn: async () => (await dataOf<Schemas['CaptureList']>(api.GET('/api/v1/captures'))).items,
    select: (captures) => captures.filter((each) => (each.vipId === undefined) === (of === 'recorders')),
  });

/** In whatever state it is by now. */
export const removeCapture = (id: string) =>
  dataOf<void>(api.DELETE('/api/v1/captures/{id}', { params: { path: { id }, header: { 'If-Match': '*' } } }));

export const fileOf = (id: string) => `/api/v1/captures/${id}/file`;
