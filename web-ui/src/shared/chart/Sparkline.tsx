import { usePoints } from '../live/live';
import { type Measure, measured, newest, WINDOW_SECONDS } from '../live/ring';

const WIDTH = 96;
const HEIGHT = 22;

/** The last three minutes as a small line; where nothing was heard there is none. */
export function Sparkline({ series, measure, name }: { series: string; measure: Measure; name: string }) {
  const points = usePoints(series);
  const last = newest(points)?.second;
  if (last === undefined) return <span className="quiet">not measured</span>;
  const values = measured(points, measure, last - WINDOW_SECONDS + 1, last);
  return (
    <svg className="sparkline" width={WIDTH} height={HEIGHT} role="img" aria-label={`${name}: the last three minutes`}>
      <path d={pathOf(values)} />
    </svg>
  );
}

/** Begins anew after each gap. */
export function pathOf(values: readonly (number | null)[]): string {
  const most = Math.max(1, ...values.map((value) => value ?? 0));
  let pen = 'M';
  return values
    .flatMap((value, i) => {
      if (value === null) {
        pen = 'M';
        return [];
      }
      const x = ((i / (values.length - 1)) * WIDTH).toFixed(1);
      const y = (HEIGHT - 2 - (value / most) * (HEIGHT - 4)).toFixed(1);
      const command = `${pen}${x} ${y}`;
      pen = 'L';
      return [command];
    })
    .join('');
}
