import { usePoints } from '../live/live';
import { type Measure, newest } from '../live/ring';
import { figure } from '../ui/figures';
import type { Line } from './LiveChart';
import { colours } from './look';

interface Props {
  lines: readonly Line[];
  measure: Measure;
  unit: string;
  mode: 'light' | 'dark';
}

/** What each line is, and its newest figure. */
export function Legend({ lines, measure, unit, mode }: Props) {
  return (
    <ul className="legend">
      {lines.map((line, i) => (
        <li key={line.series}>
          <svg width="16" height="4" aria-hidden="true">
            <rect width="16" height="3" rx="1.5" fill={colours(mode, i)} />
          </svg>
          {line.name} <Newest series={line.series} measure={measure} /> {unit}
        </li>
      ))}
    </ul>
  );
}

/** The newest figure of a series, which alone is drawn again each second. */
export function Newest({ series, measure }: { series: string; measure: Measure }) {
  const point = newest(usePoints(series));
  return <strong>{figure(point?.[measure])}</strong>;
}
