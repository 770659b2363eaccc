import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Backend } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import { Command } from '../../shared/ui/Command';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { type Format, formatsFor, optionOf, WAYS } from './formats';

/** What makes a server hold its VIPs and keep quiet about them, or what takes that away again. */
export function SetupScript({ backend }: { backend: Backend }) {
  const formats = formatsFor(backend.platform);
  const [format, setFormat] = useState<Format>(formats[0] ?? 'shell');
  const [way, setWay] = useState(WAYS[0]);
  const [undo, setUndo] = useState(false);
  const script = useScript(backend.id, format, way?.value === 'down-interface' ? 'down-interface' : 'loopback', undo);
  return (
    <Container
      header={
        <Header variant="h2" description="It holds every VIP that leads to this backend as it is configured now. Run it twice and nothing differs.">
          Setup script
        </Header>
      }
    >
      <SpaceBetween size="m">
        <div className="row">
          <FormField label="Format">
            <Select
              options={formats.map(optionOf)}
              selectedOption={optionOf(format)}
              onChange={({ detail }) => setFormat((detail.selectedOption.value ?? format) as Format)}
            />
          </FormField>
          {backend.platform === 'LINUX' && (
            <FormField label="Where it holds the VIP">
              <Select options={[...WAYS]} selectedOption={way ?? null} onChange={({ detail }) => setWay(WAYS.find((each) => each.value === detail.selectedOption.value))} />
            </FormField>
          )}
          <Checkbox checked={undo} onChange={({ detail }) => setUndo(detail.checked)}>
            Take it away again
          </Checkbox>
        </div>
        <ProblemAlert error={script.error} title="There is no such script" />
        {script.data !== undefined && <Command text={script.data} what={`the ${undo ? 'undoing ' : ''}script for ${backend.name}`} />}
      </SpaceBetween>
    </Container>
  );
}

function useScript(id: string, format: Format, way: 'loopback' | 'down-interface', undo: boolean) {
  return useQuery({
    queryKey: ['setup', id, format, way, undo],
    queryFn: () =>
      dataOf<string>(api.GET('/api/v1/backends/{id}/setup', { params: { path: { id }, query: { format, way, undo } }, parseAs: 'text' })),
  });
}
