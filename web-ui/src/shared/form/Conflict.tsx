import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { Mono } from '../ui/Mono';
import type { Field, Values } from './field';

interface Props {
  fields: readonly Field[];
  base: Values;
  theirs: Values;
  mine: Values;
  onTakeTheirs: () => void;
  onKeepMine: () => void;
}

/** Two people changed the same resource: what each wants, and the choice. */
export function Conflict({ fields, base, theirs, mine, onTakeTheirs, onKeepMine }: Props) {
  const differing = fields.filter((field) => base[field.key] !== theirs[field.key] || base[field.key] !== mine[field.key]);
  return (
    <Alert type="warning" header="Somebody else changed it first">
      <SpaceBetween size="s">
        <div>Nothing was changed. Their version stands; choose which is to be.</div>
        <Table
          variant="embedded"
          items={differing}
          trackBy="key"
          ariaLabels={{ tableLabel: 'Both versions' }}
          empty="They changed other properties than these."
          columnDefinitions={[
            { id: 'field', header: 'Property', cell: (field) => field.label, isRowHeader: true },
            { id: 'base', header: 'When you began', cell: (field) => <Mono>{base[field.key] || '-'}</Mono> },
            { id: 'theirs', header: 'Theirs, which stands', cell: (field) => <Mono>{theirs[field.key] || '-'}</Mono> },
            { id: 'mine', header: 'Yours', cell: (field) => <Mono>{mine[field.key] || '-'}</Mono> },
          ]}
        />
        <SpaceBetween direction="horizontal" size="xs">
          <Button formAction="none" onClick={onTakeTheirs}>
            Go on from theirs
          </Button>
          <Button formAction="none" onClick={onKeepMine}>
            Save yours over theirs
          </Button>
        </SpaceBetween>
      </SpaceBetween>
    </Alert>
  );
}
