import type { ReactNode } from 'react';
import { usePoints } from '../live/live';
import { type Measure, newest } from '../live/ring';
import { figure } from '../ui/figures';
import type { Line } from './LiveChart';
import { colours } from './look';

interface Props {
  lines: readonly Line[];
  unit: string;
  mode: 'light' | 'dark';
  figureOf: (line: Line) => ReactNode;
}

/** What each line is, and its figure. */
export function Legend({ lines, unit, mode, figureOf }: Props) {
  return (
    <ul className="legend">
      {lines.map((line, i) => (
        <li key={line.series}>
          <svg width="16" height="4" aria-hidden="true">
            <rect width="16" height="3" rx="1.5" fill={colours(mode, i)} />
          </svg>
          {line.name} <strong>{figureOf(line)}</strong> {unit}
        </li>
      ))}
    </ul>
  );
}

/** The newest figure of a series, which alone is drawn again each second. */
export function Newest({ series, measure }: { series: string; measure: Measure }) {
  const point = newest(usePoints(series));
  return figure(point?.[measure]);
}
