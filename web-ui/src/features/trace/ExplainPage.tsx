import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useSearch } from '@tanstack/react-router';
import { api, type Schemas } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import { ActionButton } from '../../shared/ui/ActionButton';
import { PlaceLink } from '../../shared/ui/PlaceLink';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { useWrite } from '../../shared/ui/useWrite';
import { FlowFields } from './FlowFields';
import { useFlowForm } from './flowForm';
import { TraceView } from './TraceView';

/** Which backend gets a flow, and why: asked of the code that forwards. */
export function ExplainPage() {
  const form = useFlowForm(useSearch({ from: '/explain' }));
  const explain = useWrite((body: Schemas['Flow']) => dataOf<Schemas['FlowTrace']>(api.POST('/api/v1/explain', { body })));
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        description="The owner of the VIP answers, with the code that forwards and what it remembers now. Nothing is sent."
        actions={<PlaceLink to="/what-if">What if the backends were others</PlaceLink>}
      >
        Flow explainer
      </Header>
      <Container>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (form.flow) explain.mutate(form.flow);
          }}
        >
          <div className="row">
            <FlowFields form={form} />
            <ActionButton least="OPERATOR" variant="primary" formAction="submit" disabled={!form.flow} disabledReason="Name a client and a service, each with its port" loading={explain.isPending}>
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
