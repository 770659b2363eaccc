import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, type Pool, type Schemas } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import { useHealthMonitors, usePools } from '../../shared/api/queries';
import { CreateDialog } from '../../shared/form/CreateDialog';
import { ActionButton } from '../../shared/ui/ActionButton';
import { optionsOf } from '../../shared/ui/options';
import { poolFields } from './poolFields';

export function CreatePool() {
  const navigate = useNavigate();
  const [creating, setCreating] = useState(false);
  const monitors = optionsOf(useHealthMonitors().data);
  const pools = optionsOf(usePools().data);
  return (
    <>
      <ActionButton least="EDITOR" variant="primary" onClick={() => setCreating(true)}>
        Create pool
      </ActionButton>
      {creating && (
        <CreateDialog
          title="Create a pool"
          fields={poolFields(monitors, pools)}
          initial={{ algorithm: 'MAGLEV' }}
          create={(body) => dataOf<Pool>(api.POST('/api/v1/pools', { body: body as Schemas['PoolSpec'] }))}
          onCreated={(pool) => void navigate({ to: '/pools/$id', params: { id: pool.id } })}
          onClose={() => setCreating(false)}
        />
      )}
    </>
  );
}
