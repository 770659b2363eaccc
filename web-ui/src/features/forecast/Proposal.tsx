import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { api, type Schemas, type Vip } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import { useBackends, useListeners, usePools } from '../../shared/api/queries';
import { ActionButton } from '../../shared/ui/ActionButton';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { useWrite } from '../../shared/ui/useWrite';
import { FlowFields } from '../trace/FlowFields';
import { useFlowForm } from '../trace/flowForm';
import { ForecastView } from './ForecastView';
import { OneMore } from './OneMore';
import { WishTable } from './WishTable';
import { changesOf, type More, type Wish } from './wishes';

type WhatIf = Schemas['WhatIf'];

/** What to change of a VIP's backends, and what its owner says would come of it. */
export function Proposal({ vip }: { vip: Vip }) {
  const poolIds = new Set(useListeners().data?.filter((each) => each.vipId === vip.id).map((each) => each.poolId));
  const backends = useBackends().data?.filter((each) => poolIds.has(each.poolId)) ?? [];
  const pools = usePools().data?.filter((each) => poolIds.has(each.id)) ?? [];
  const [wishes, setWishes] = useState<Readonly<Record<string, Wish>>>({});
  const [more, setMore] = useState<More>({ poolId: undefined, address: '', weight: '' });
  const form = useFlowForm({});
  const ask = useWrite((body: WhatIf) => dataOf<Schemas['WhatIfAnswer']>(api.POST('/api/v1/explain/what-if', { body })));
  const changes = changesOf(wishes, more);
  return (
    <SpaceBetween size="l">
      <WishTable backends={backends} wishes={wishes} onChange={setWishes} />
      <Container header={<Header variant="h2">One backend more</Header>}>
        <OneMore pools={pools} more={more} onChange={setMore} />
      </Container>
      <Container header={<Header variant="h2" description="May be left empty: it is explained as things are, and as they would be.">One flow of interest</Header>}>
        <div className="row">
          <FlowFields form={form} />
        </div>
      </Container>
      <ActionButton
        least="OPERATOR"
        variant="primary"
        disabled={changes.length === 0}
        disabledReason="Change a backend above, or add one"
        loading={ask.isPending}
        onClick={() => ask.mutate({ vipId: vip.id, changes, ...(form.flow && { flow: form.flow }) })}
      >
        Foretell
      </ActionButton>
      <ProblemAlert error={ask.error} title="It cannot be foretold" />
      {ask.data && <ForecastView answer={ask.data} />}
    </SpaceBetween>
  );
}
