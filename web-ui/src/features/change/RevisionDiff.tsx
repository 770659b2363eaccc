import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Revision } from '../../shared/api/client';
import { ActionButton } from '../../shared/ui/ActionButton';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { CanaryNote } from './CanaryNote';
import { ChangeTables } from './ChangeTables';
import { Rollout } from './Rollout';
import { RollBackDialog } from './RollBackDialog';
import { useDifference } from './revisions';

interface Props {
  number: number;
  /** What it is compared with. */
  since: number;
  revisions: readonly Revision[];
}

/** What differs between two revisions, how far the later one has come, and the way back to the later one's content. */
export function RevisionDiff({ number, since, revisions }: Props) {
  const navigate = useNavigate();
  const difference = useDifference(since, number);
  const [asked, setAsked] = useState(false);
  const newest = revisions[0]?.number ?? number;
  const options = revisions.filter((each) => each.number !== number).map((each) => ({ value: String(each.number), label: `r ${each.number}` }));
  const show = (revision: number, from?: number) => void navigate({ to: '/changes', search: { revision, since: from } });
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={revisions.find((each) => each.number === number)?.message}
          actions={
            <ActionButton
              least="EDITOR"
              disabled={number === newest}
              disabledReason="It is the newest: its content holds now"
              onClick={() => setAsked(true)}
            >
              Roll back to r {number}
            </ActionButton>
          }
        >
          Revision {number}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <FormField label="Compared with">
          <Select
            options={options}
            filteringType="auto"
            filteringAriaLabel="Filter revisions"
            selectedOption={{ value: String(since), label: since === 0 ? 'nothing: before the first' : `r ${since}` }}
            onChange={({ detail }) => show(number, Number(detail.selectedOption.value))}
          />
        </FormField>
        <ProblemAlert error={difference.error} title="This difference cannot be read" />
        {difference.data && <ChangeTables changes={difference.data.changes} empty="Nothing differs." />}
        <CanaryNote revision={number} />
        <Rollout revision={number} />
      </SpaceBetween>
      {asked && <RollBackDialog to={number} newest={newest} onDone={(made) => show(made.number)} onClose={() => setAsked(false)} />}
    </Container>
  );
}
