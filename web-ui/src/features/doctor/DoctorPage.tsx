import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api, type Schemas } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import { useBackends, useVips } from '../../shared/api/queries';
import { ActionButton } from '../../shared/ui/ActionButton';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { useWrite } from '../../shared/ui/useWrite';
import { DiagnosisView } from './DiagnosisView';
import { Earlier } from './Earlier';
import { parsed, subjects } from './subject';

/** Asks a backend on the wire why it does not serve, and says what mends it. */
export function DoctorPage() {
  const { of, diagnosis } = useSearch({ from: '/doctor' });
  const navigate = useNavigate();
  const options = subjects(useVips().data ?? [], useBackends().data ?? []);
  const start = useWrite(examine);
  const choose = (search: { of?: string; diagnosis?: string }) => void navigate({ to: '/doctor', search });
  const examined = parsed(of) && of;
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        description="The node that owns the VIP asks each backend a few questions on the wire. It changes nothing and disturbs nobody."
      >
        Backend doctor
      </Header>
      <Container>
        <SpaceBetween size="m">
          <div className="row">
            <FormField label="What to examine" stretch>
              <Select
                options={options}
                filteringType="auto"
                filteringAriaLabel="Filter what can be examined"
                placeholder="Choose a VIP or a backend"
                empty="There is no VIP and no backend yet"
                selectedOption={options.find((option) => option.value === examined) ?? null}
                onChange={({ detail }) => choose({ of: detail.selectedOption.value })}
              />
            </FormField>
            <ActionButton
              least="OPERATOR"
              variant="primary"
              disabled={!examined}
              disabledReason="Choose a VIP or a backend first"
              loading={start.isPending}
              onClick={() => start.mutate(examined, { onSuccess: ({ id }) => choose({ of: examined, diagnosis: id }) })}
            >
              Examine
            </ActionButton>
          </div>
          <ProblemAlert error={start.error} title="Nothing was examined" />
        </SpaceBetween>
      </Container>
      {diagnosis && <DiagnosisView key={diagnosis} id={diagnosis} />}
      <Earlier shown={diagnosis} />
    </SpaceBetween>
  );
}

function examine(subject: string | undefined): Promise<Schemas['Diagnosis']> {
  const of = parsed(subject);
  if (!of) throw new Error('Choose a VIP or a backend first');
  const path = { params: { path: { id: of.id } } };
  return dataOf(of.collection === 'vips' ? api.POST('/api/v1/vips/{id}/diagnose', path) : api.POST('/api/v1/backends/{id}/diagnose', path));
}
