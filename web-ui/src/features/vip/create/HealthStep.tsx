import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Option } from '../../../shared/form/field';
import { FormFields } from '../../../shared/form/FormFields';
import { type Draft, FIELDS, makesMonitor, makesPool } from './draft';

interface Props {
  draft: Draft;
  set: (part: Partial<Draft>) => void;
  monitors: readonly Option[];
  error: unknown;
}

export function HealthStep({ draft, set, monitors, error }: Props) {
  if (!makesPool(draft)) return <Box>The pool that you chose brings its own health check.</Box>;
  const choice = {
    key: 'monitorId',
    label: 'Health monitor',
    kind: 'select' as const,
    options: [{ value: '', label: 'a new one' }, { value: 'none', label: 'none: every backend counts as up' }, ...monitors],
  };
  const http = draft.monitor['type'] === 'HTTP' || draft.monitor['type'] === 'HTTPS';
  return (
    <SpaceBetween size="m">
      <FormFields fields={[choice]} values={{ monitorId: draft.monitorId }} error={undefined} onChange={(values) => set({ monitorId: values['monitorId'] ?? '' })} />
      {makesMonitor(draft) && (
        <FormFields
          fields={FIELDS.monitor.filter((field) => http || !field.key.startsWith('http.'))}
          values={draft.monitor}
          error={error}
          onChange={(monitor) => set({ monitor })}
        />
      )}
    </SpaceBetween>
  );
}
