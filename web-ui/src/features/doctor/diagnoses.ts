import { useQuery } from '@tanstack/react-query';
import { api, type Schemas } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';

type Diagnosis = Schemas['Diagnosis'];

const POLL_MS = 2000;

/** As it stands; each step is told by the event stream, and looked for besides while it runs. */
export const useDiagnosis = (id: string) =>
  useQuery({
    queryKey: ['diagnoses', id],
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'RUNNING' ? false : POLL_MS),
    queryFn: () => dataOf<Diagnosis>(api.GET('/api/v1/diagnoses/{id}', { params: { path: { id } } })),
  });

/** The newest fifty. */
export const useDiagnoses = () =>
  useQuery({
    queryKey: ['diagnoses'],
    queryFn: async () => (await dataOf<Schemas['DiagnosisList']>(api.GET('/api/v1/diagnoses'))).items,
  });
