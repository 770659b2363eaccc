import Alert from '@cloudscape-design/components/alert';
import Wizard from '@cloudscape-design/components/wizard';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useHealthMonitors, useNodeGroups, usePools } from '../../../shared/api/queries';
import { FormFields } from '../../../shared/form/FormFields';
import { useReasonAgainst } from '../../../shared/session/session';
import { optionsOf } from '../../../shared/ui/options';
import { ProblemAlert } from '../../../shared/ui/ProblemAlert';
import { useWrite } from '../../../shared/ui/useWrite';
import { createService, StepRefused } from './createService';
import { type Draft, EMPTY, FIELDS, STEPS } from './draft';
import { HealthStep } from './HealthStep';
import { ListenersStep } from './ListenersStep';
import { REHEARSAL } from './plan';
import { PoolStep } from './PoolStep';
import { Review } from './Review';

/** Address, listeners, pool, health; then a review, and only then anything is made. */
export function CreateVipPage() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const closed = useReasonAgainst('EDITOR');
  const groups = optionsOf(useNodeGroups().data);
  const pools = optionsOf(usePools().data);
  const monitors = optionsOf(useHealthMonitors().data);
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const [step, setStep] = useState(0);
  const write = useWrite(createService);
  const refused = write.error instanceof StepRefused ? write.error : undefined;
  const errorOf = (which: (typeof STEPS)[number], index = 0) =>
    refused?.step === which && refused.index === index ? refused.cause : undefined;
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const submit = async () => {
    // A rehearsal that still goes on would be in the way of what it rehearses.
    await client.cancelQueries({ queryKey: REHEARSAL });
    write.mutate(draft, {
      onSuccess: (vip) => void navigate({ to: '/vips/$id', params: { id: vip.id } }),
      onError: (error) => setStep(error instanceof StepRefused ? STEPS.indexOf(error.step) : STEPS.length),
    });
  };
  if (closed) {
    return (
      <Alert type="info" header="Making a VIP is for editors">
        {closed}
      </Alert>
    );
  }
  return (
    <Wizard
      i18nStrings={{
        stepNumberLabel: (number) => `Step ${number}`,
        collapsedStepsLabel: (number, count) => `Step ${number} of ${count}`,
        navigationAriaLabel: 'Steps',
        cancelButton: 'Cancel',
        previousButton: 'Back',
        nextButton: 'Next',
        submitButton: 'Create VIP',
        optional: 'optional',
      }}
      activeStepIndex={step}
      isLoadingNextStep={write.isPending}
      onNavigate={({ detail }) => setStep(detail.requestedStepIndex)}
      onCancel={() => void navigate({ to: '/vips' })}
      onSubmit={() => void submit()}
      steps={[
        {
          title: 'Address',
          description: 'The address that clients use. Only MAC addresses change on the way; the answer comes straight home.',
          content: <FormFields fields={FIELDS.vip(groups)} values={draft.vip} error={errorOf('address')} onChange={(vip) => set({ vip })} />,
          errorText: alertOf(errorOf('address')),
        },
        {
          title: 'Listeners',
          description: 'What is served on the address.',
          content: <ListenersStep draft={draft} set={set} errorOf={(index) => errorOf('listeners', index)} />,
          errorText: alertOf(refused?.step === 'listeners' ? refused.cause : undefined),
        },
        {
          title: 'Pool',
          description: 'The servers behind it.',
          content: <PoolStep draft={draft} set={set} pools={pools} errorOf={(index) => errorOf('pool', index)} />,
          errorText: alertOf(refused?.step === 'pool' ? refused.cause : undefined),
        },
        {
          title: 'Health',
          description: 'How the nodes find out which servers are well.',
          content: <HealthStep draft={draft} set={set} monitors={monitors} error={errorOf('health')} />,
          errorText: alertOf(errorOf('health')),
        },
        {
          title: 'Review',
          description: 'Nothing exists yet.',
          content: (
            <>
              {refused ? <Alert type="error" header="Nothing was changed">{refused.message}</Alert> : <ProblemAlert error={write.error} />}
              <Review draft={draft} making={write.isPending || write.isSuccess} />
            </>
          ),
        },
      ]}
    />
  );
}

function alertOf(error: unknown): string | undefined {
  return error ? `Nothing was changed. ${error instanceof Error ? error.message : ''}` : undefined;
}
