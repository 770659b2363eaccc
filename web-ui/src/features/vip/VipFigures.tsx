import type { Vip } from '../../shared/api/client';
import { usePoints, useSeriesWanted } from '../../shared/live/live';
import { newest } from '../../shared/live/ring';
import { Figures } from '../../shared/ui/Figures';
import { figure } from '../../shared/ui/figures';

/** What a VIP carries this second. */
export function VipFigures({ vip }: { vip: Vip }) {
  const series = `vips/${vip.id}`;
  useSeriesWanted([series]);
  const now = newest(usePoints(series));
  return (
    <Figures
      figures={[
        { label: 'Packets in', value: figure(now?.packets), unit: 'pps', note: 'requests' },
        { label: 'Traffic in', value: figure(now?.bits), unit: 'bit/s', note: 'answers go straight home' },
        { label: 'New flows', value: figure(now?.newFlows), unit: 'a second', note: 'inferred from requests' },
        { label: 'Flows', value: figure(now?.flows), note: 'remembered by the nodes' },
      ]}
    />
  );
}
