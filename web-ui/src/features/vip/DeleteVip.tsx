import type { Vip } from '../../shared/api/client';
import { writesOf } from '../../shared/api/writes';
import { usePoints, useSeriesWanted } from '../../shared/live/live';
import { newest } from '../../shared/live/ring';
import { DeleteButton } from '../../shared/ui/DeleteButton';
import { effectOf } from './effect';

const writes = writesOf<Vip>('vips');

/** Takes a VIP away, after saying who is no longer served. */
export function DeleteVip({ vip, onDone }: { vip: Vip; onDone: () => void }) {
  const series = `vips/${vip.id}`;
  useSeriesWanted([series]);
  return (
    <DeleteButton
      what={vip.name}
      effect={effectOf(vip.address, newest(usePoints(series))?.flows)}
      revises
      remove={(message) => writes.remove(vip.id, vip.version, message)}
      onDone={onDone}
    />
  );
}
