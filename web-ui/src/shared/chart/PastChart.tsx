import { useQueries } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import uPlot from 'uplot';
import { api } from '../api/client';
import { dataOf } from '../api/problem';
import type { Measure } from '../live/ring';
import { figure } from '../ui/figures';
import { ProblemAlert } from '../ui/ProblemAlert';
import { Legend } from './Legend';
import { HEIGHT, type Line, optionsOf } from './LiveChart';
import { type Range, ratesOf, type Series } from './past';

interface Props {
  lines: readonly Line[];
  measure: Measure;
  unit: string;
  mode: 'light' | 'dark';
  range: Range;
}

const AGAIN_MS = 60_000;

/** What was, as the control plane holds it; read again each minute. What nobody told of is a gap. */
export function PastChart({ lines, measure, unit, mode, range }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const answers = useQueries({
    queries: lines.map((line) => ({
      queryKey: ['series', line.series, range.id],
      queryFn: () => read(line.series, range),
      refetchInterval: AGAIN_MS,
    })),
  });
  const problem = answers.find((each) => each.error)?.error;
  // New at each render, yet the chart is made anew only when they say something else.
  const key = JSON.stringify([lines, ratesOf(answers.map((each) => each.data), measure)]);
  const [drawn, rates] = useMemo(() => JSON.parse(key) as [Line[], uPlot.AlignedData], [key]);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const plot = new uPlot(optionsOf(drawn, mode, element.clientWidth, range.seconds), rates, element);
    const resizes = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height: HEIGHT }));
    resizes.observe(element);
    return () => {
      resizes.disconnect();
      plot.destroy();
    };
  }, [drawn, rates, mode, range]);
  return (
    <figure className="chart">
      {problem && <ProblemAlert error={problem} title="The past cannot be read" />}
      <div ref={place} aria-hidden="true" />
      <figcaption>
        <Legend
          lines={lines}
          unit={`${unit} at most`}
          mode={mode}
          figureOf={(line) => figure(most(rates[lines.indexOf(line) + 1]))}
        />
      </figcaption>
    </figure>
  );
}

function most(values: uPlot.AlignedData[number] | undefined): number | undefined {
  const known = Array.from(values ?? []).filter((value) => typeof value === 'number');
  return known.length > 0 ? Math.max(...known) : undefined;
}

function read(series: string, range: Range): Promise<Series> {
  const [collection, id = ''] = series.split('/');
  const from = new Date(Date.now() - range.seconds * 1000).toISOString();
  const params = { path: { id }, query: { from, ...(range.step && { step: range.step }) } };
  return dataOf<Series>(
    collection === 'vips' ? api.GET('/api/v1/vips/{id}/series', { params }) : api.GET('/api/v1/backends/{id}/series', { params }),
  );
}
