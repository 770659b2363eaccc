import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, type Schemas } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import { ActionButton } from '../../shared/ui/ActionButton';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { useWrite } from '../../shared/ui/useWrite';
import { endpointOf, shown } from './endpoint';
import { TraceView } from './TraceView';

type Flow = Schemas['Flow'];

/** Which backend gets a flow, and why: asked of the code that forwards. */
export function ExplainPage() {
  const asked = useSearch({ from: '/explain' });
  const [client, setClient] = useState(asked.source && asked.sourcePort ? shown(asked.source, Number(asked.sourcePort)) : '');
  const [service, setService] = useState(asked.destination && asked.destinationPort ? shown(asked.destination, Number(asked.destinationPort)) : '');
  const [protocol, setProtocol] = useState<Flow['protocol']>(asked.protocol === 'UDP' ? 'UDP' : 'TCP');
  const explain = useWrite((body: Flow) => dataOf<Schemas['FlowTrace']>(api.POST('/api/v1/explain', { body })));
  const [source, destination] = [endpointOf(client), endpointOf(service)];
  const flow =
    source && destination
      ? { source: source.address, sourcePort: source.port, destination: destination.address, destinationPort: destination.port, protocol }
      : undefined;
  return (
    <SpaceBetween size="l">
      <Header variant="h1" description="The owner of the VIP answers, with the code that forwards and what it remembers now. Nothing is sent.">
        Flow explainer
      </Header>
      <Container>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (flow) explain.mutate(flow);
          }}
        >
          <div className="row">
            <FormField label="Client" description="As 198.51.100.7:51234 or [2001:db8::7]:51234">
              <Input value={client} onChange={({ detail }) => setClient(detail.value)} />
            </FormField>
            <FormField label="Service" description="The VIP and a port">
              <Input value={service} onChange={({ detail }) => setService(detail.value)} />
            </FormField>
            <SegmentedControl
              label="Protocol"
              selectedId={protocol}
              options={[{ id: 'TCP', text: 'TCP' }, { id: 'UDP', text: 'UDP' }]}
              onChange={({ detail }) => setProtocol(detail.selectedId === 'UDP' ? 'UDP' : 'TCP')}
            />
            <ActionButton least="OPERATOR" variant="primary" formAction="submit" disabled={!flow} disabledReason="Name a client and a service, each with its port" loading={explain.isPending}>
              Explain
            </ActionButton>
          </div>
        </form>
      </Container>
      <ProblemAlert error={explain.error} title="It cannot be explained" />
      {explain.data && <TraceView trace={explain.data} />}
    </SpaceBetween>
  );
}
