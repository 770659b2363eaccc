import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { api, type Backend } from '../../shared/api/client';
import { ifMatch } from '../../shared/api/etag';
import { dataOf } from '../../shared/api/problem';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { useWrite } from '../../shared/ui/useWrite';
import { WeightEditor } from './WeightEditor';

type Change = Partial<Pick<Backend, 'adminState' | 'weight'>>;

/** Drain, take back, and weigh the chosen backend. */
export function BackendActions({ backend }: { backend: Backend | undefined }) {
  const [weighing, setWeighing] = useState(false);
  const write = useWrite((change: Change) => patch(backend, change));
  const draining = backend?.adminState === 'DRAINING';
  return (
    <SpaceBetween size="s">
      <SpaceBetween direction="horizontal" size="xs">
        <Button
          disabled={!backend}
          disabledReason="Choose a backend first"
          loading={write.isPending}
          onClick={() => write.mutate({ adminState: draining ? 'ENABLED' : 'DRAINING' })}
        >
          {draining ? 'Stop draining' : 'Drain'}
        </Button>
        <Button disabled={!backend} disabledReason="Choose a backend first" onClick={() => setWeighing(true)}>
          Change weight
        </Button>
      </SpaceBetween>
      <ProblemAlert error={weighing ? null : write.error} />
      {weighing && backend && (
        <WeightEditor
          backend={backend}
          error={write.error}
          onCancel={() => setWeighing(false)}
          onSave={(weight) => write.mutate({ weight }, { onSuccess: () => setWeighing(false) })}
        />
      )}
    </SpaceBetween>
  );
}

function patch(backend: Backend | undefined, change: Change) {
  if (!backend) throw new Error('Choose a backend first.');
  return dataOf(
    api.PATCH('/api/v1/backends/{id}', {
      params: { path: { id: backend.id }, header: ifMatch(backend.version) },
      body: change,
    }),
  );
}
