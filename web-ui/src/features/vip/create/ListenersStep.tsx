import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { FormFields } from '../../../shared/form/FormFields';
import { type Draft, FIELDS } from './draft';

interface Props {
  draft: Draft;
  set: (part: Partial<Draft>) => void;
  errorOf: (index: number) => unknown;
}

export function ListenersStep({ draft, set, errorOf }: Props) {
  return (
    <SpaceBetween size="m">
      {draft.listeners.map((listener, index) => (
        <Container
          // Listeners have no identity before they exist; they are only added and removed.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          header={
            <Header
              variant="h2"
              actions={
                draft.listeners.length > 1 && (
                  <Button
                    ariaLabel={`Remove listener ${index + 1}`}
                    onClick={() => set({ listeners: draft.listeners.filter((_, each) => each !== index) })}
                  >
                    Remove
                  </Button>
                )
              }
            >
              Listener {index + 1}
            </Header>
          }
        >
          <FormFields
            fields={FIELDS.listener}
            values={listener}
            error={errorOf(index)}
            onChange={(values) => set({ listeners: draft.listeners.with(index, values) })}
          />
        </Container>
      ))}
      <Button iconName="add-plus" onClick={() => set({ listeners: [...draft.listeners, { protocol: 'TCP' }] })}>
        Add a listener
      </Button>
    </SpaceBetween>
  );
}
