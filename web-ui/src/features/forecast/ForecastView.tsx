import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { Schemas } from '../../shared/api/client';
import { useNodes } from '../../shared/api/queries';
import { laterOf, partOf, verdictOf } from './forecast';
import { NowAndThen } from './NowAndThen';

/** What would become of the flows, backend by backend. */
export function ForecastView({ answer }: { answer: Schemas['WhatIfAnswer'] }) {
  const node = useNodes().data?.find((each) => each.id === answer.nodeId)?.name ?? 'the node';
  const revision = answer.revision === undefined ? '' : ` Against revision ${answer.revision}.`;
  return (
    <SpaceBetween size="l">
      <Table
        header={
          <Header variant="h2" description={`${laterOf(answer)} By what ${node} remembers now.${revision}`}>
            {verdictOf(answer)}
          </Header>
        }
        items={answer.backends}
        trackBy="backendId"
        ariaLabels={{ tableLabel: 'Flows by backend, now and then' }}
        empty="These pools have no backend."
        columnDefinitions={[
          { id: 'name', header: 'Backend', isRowHeader: true, cell: (share) => share.name },
          { id: 'holds', header: 'Holds now', cell: (share) => partOf(share.holds, answer.flows) },
          { id: 'wouldHold', header: 'Holds then', cell: (share) => partOf(share.wouldHold, answer.flows) },
          { id: 'takes', header: 'Takes of new flows now', cell: (share) => partOf(share.takes, answer.flows) },
          { id: 'wouldTake', header: 'Takes of new flows then', cell: (share) => partOf(share.wouldTake, answer.flows) },
        ]}
      />
      {answer.now && answer.then && <NowAndThen now={answer.now} then={answer.then} />}
    </SpaceBetween>
  );
}
