import { figure } from '../../shared/ui/figures';
import type { Capture } from './captures';

/** How far one is that runs; the clock of this browser may be another than the control plane's. */
export function progressOf(capture: Pick<Capture, 'seconds' | 'startedAt' | 'fileBytes'>, now: number): string {
  const bytes = `${bytesOf(capture.fileBytes)} so far`;
  if (capture.seconds === 0) return `being read, ${bytes}`;
  const elapsed = Math.floor((now - Date.parse(capture.startedAt)) / 1000);
  return `${Math.min(Math.max(elapsed, 0), capture.seconds)} of ${capture.seconds} s, ${bytes}`;
}

/** How one ended. */
export function endOf(capture: Pick<Capture, 'state' | 'frames' | 'lost' | 'full' | 'code' | 'message'>): string {
  if (capture.state === 'FAILED') return `${capture.message ?? 'failed'} (${capture.code ?? 'unknown'})`;
  const frames = `${capture.frames ?? 'unknown'} ${capture.frames === 1 ? 'frame' : 'frames'}`;
  return `${frames}${capture.lost ? `, ${capture.lost} lost` : ''}${capture.full ? ', until its bytes were used up' : ''}`;
}

/** As 12.3 kB. */
export function bytesOf(bytes: number): string {
  const text = figure(bytes);
  return text.includes(' ') ? `${text}B` : `${text} B`;
}
