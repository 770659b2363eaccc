import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Option, Values } from '../../../shared/form/field';
import { FormFields } from '../../../shared/form/FormFields';
import { type Draft, FIELDS, makesPool } from './draft';

interface Props {
  draft: Draft;
  set: (part: Partial<Draft>) => void;
  pools: readonly Option[];
  /** 0 is of the pool, the rest of its backends. */
  errorOf: (index: number) => unknown;
}

export function PoolStep({ draft, set, pools, errorOf }: Props) {
  const choice = {
    key: 'poolId',
    label: 'Pool',
    kind: 'select' as const,
    options: [{ value: '', label: 'a new one' }, ...pools],
  };
  return (
    <SpaceBetween size="m">
      <FormFields fields={[choice]} values={{ poolId: draft.poolId }} error={undefined} onChange={(values) => set({ poolId: values['poolId'] ?? '' })} />
      {makesPool(draft) && (
        <>
          <FormFields
            fields={FIELDS.pool.map((field) => (field.key === 'name' ? { ...field, description: 'Empty: as the VIP.' } : field))}
            values={draft.pool}
            error={errorOf(0)}
            onChange={(pool) => set({ pool })}
          />
          {draft.backends.map((backend, index) => (
            <Container
              // oxlint-disable-next-line react/no-array-index-key -- they have no identity before they exist
              key={index}
              header={<BackendHeader index={index} removable={draft.backends.length > 1} onRemove={() => set({ backends: without(draft.backends, index) })} />}
            >
              <FormFields
                fields={FIELDS.backend}
                values={backend}
                error={errorOf(index + 1)}
                onChange={(values) => set({ backends: draft.backends.with(index, values) })}
              />
            </Container>
          ))}
          <Button iconName="add-plus" onClick={() => set({ backends: [...draft.backends, { weight: '1' }] })}>
            Add a backend
          </Button>
        </>
      )}
    </SpaceBetween>
  );
}

function without(backends: readonly Values[], index: number): Values[] {
  return backends.filter((_, each) => each !== index);
}

function BackendHeader({ index, removable, onRemove }: { index: number; removable: boolean; onRemove: () => void }) {
  return (
    <Header
      variant="h2"
      actions={
        removable && (
          <Button ariaLabel={`Remove backend ${index + 1}`} onClick={onRemove}>
            Remove
          </Button>
        )
      }
    >
      Backend {index + 1}
    </Header>
  );
}
