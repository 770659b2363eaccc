import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Vip } from '../../shared/api/client';
import { useBackends, useListeners } from '../../shared/api/queries';
import { useStale } from '../../shared/live/live';
import { OperatingStatus } from '../../shared/ui/OperatingStatus';
import { PlaceLink } from '../../shared/ui/PlaceLink';
import { Rack } from '../../shared/ui/Rack';
import { cellsOf } from '../overview/cells';
import { VipFigures } from './VipFigures';

/** One VIP in short, beside the list that it was chosen in. */
export function VipSummary({ vip }: { vip: Vip }) {
  const cells = cellsOf(vip.id, useListeners().data ?? [], useBackends().data ?? [], useStale());
  return (
    <SpaceBetween size="m">
      <SpaceBetween direction="horizontal" size="m">
        <OperatingStatus status={vip.operatingStatus} reason={vip.operatingReason} />
        <Rack cells={cells} />
        <span>{vip.operatingReason}</span>
        <PlaceLink to={`/vips/${vip.id}`}>All of {vip.name}</PlaceLink>
      </SpaceBetween>
      <VipFigures vip={vip} />
    </SpaceBetween>
  );
}
