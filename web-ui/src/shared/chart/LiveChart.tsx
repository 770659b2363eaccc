import 'uplot/dist/uPlot.min.css';
import { useEffect, useMemo, useRef } from 'react';
import uPlot from 'uplot';
import { live, useSeriesWanted } from '../live/live';
import { type Measure, measured, newest, WINDOW_SECONDS } from '../live/ring';
import { figure } from '../ui/figures';
import { Legend, Newest } from './Legend';
import { colours, lookOf } from './look';

export interface Line {
  /** As the stream names it: `vips/<uuid>`. */
  readonly series: string;
  readonly name: string;
}

interface Props {
  lines: readonly Line[];
  measure: Measure;
  unit: string;
  mode: 'light' | 'dark';
}

export const HEIGHT = 260;
const REDRAW_MS = 1000;

/** The last three minutes, a point a second. What was not heard is a gap. The figures stand as text in the legend. */
export function LiveChart({ lines, measure, unit, mode }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useSeriesWanted(lines.map((line) => line.series));
  // New at each render, yet the chart is made anew only when they say something else.
  const key = JSON.stringify(lines);
  const drawn = useMemo(() => JSON.parse(key) as Line[], [key]);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const plot = new uPlot(optionsOf(drawn, mode, element.clientWidth, WINDOW_SECONDS), dataOf(drawn, measure), element);
    const timer = setInterval(() => plot.setData(dataOf(drawn, measure)), REDRAW_MS);
    const resizes = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height: HEIGHT }));
    resizes.observe(element);
    return () => {
      clearInterval(timer);
      resizes.disconnect();
      plot.destroy();
    };
  }, [drawn, measure, mode]);
  return (
    <figure className="chart">
      <div ref={place} aria-hidden="true" />
      <figcaption>
        <Legend
          lines={lines}
          unit={unit}
          mode={mode}
          figureOf={(line) => <Newest series={line.series} measure={measure} />}
        />
      </figcaption>
    </figure>
  );
}

function dataOf(lines: readonly Line[], measure: Measure): uPlot.AlignedData {
  const points = lines.map((line) => live.pointsOf(line.series));
  const last = Math.max(...points.map((each) => newest(each)?.second ?? 0), Math.floor(Date.now() / 1000) - 2);
  const first = last - WINDOW_SECONDS;
  const seconds = Array.from({ length: WINDOW_SECONDS + 1 }, (_, i) => first + i);
  return [seconds, ...points.map((each) => measured(each, measure, first, last))];
}

/** For a chart of so many seconds: beyond a day the axis shows days. */
export function optionsOf(lines: readonly Line[], mode: 'light' | 'dark', width: number, span: number): uPlot.Options {
  const look = lookOf(mode);
  const axis = { stroke: look.text, grid: { stroke: look.grid, width: 1 }, ticks: { show: false }, font: '12px "Inter Variable"' };
  return {
    width,
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    scales: { y: { range: (_, _min, max) => [0, Math.max(max * 1.1, 1)] } },
    axes: [
      { ...axis, values: (_, seconds) => seconds.map((each) => momentOf(each, span)), space: 90 },
      { ...axis, values: (_, values) => values.map((each) => figure(each)), size: 60 },
    ],
    series: [{}, ...lines.map((_, i) => ({ stroke: colours(mode, i), width: 1.6, points: { show: false } }))],
  };
}

const DAY_SECONDS = 86_400;

function momentOf(second: number, span: number): string {
  const moment = new Date(second * 1000);
  if (span <= DAY_SECONDS) return moment.toTimeString().slice(0, 8);
  return `${moment.getMonth() + 1}-${String(moment.getDate()).padStart(2, '0')} ${moment.toTimeString().slice(0, 5)}`;
}
