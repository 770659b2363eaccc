import type { Schemas } from '../api/client';
import { EVENT_TYPES } from './eventTypes';
import { type Point, withSample } from './ring';

export const STALE_AFTER_MS = 5000;
const LOOK_EVERY_MS = 500;
/** Samples of many series come together; readers are told once. */
const GATHER_MS = 100;
/** A connection that was refused is not dialled again by the browser itself. */
const REDIAL_MS = 2000;
/** Wishes of a page that opens come together: one connection for all. */
const SETTLE_MS = 50;
/** The control plane tells this many at most. */
const MOST_SERIES = 64;

export type Message = Schemas['EventMessage'];
export type Freshness = 'connecting' | 'live' | 'stale';

type Source = Pick<EventSource, 'addEventListener' | 'close' | 'readyState'>;
interface Reader {
  /** An event with the resource as it is now. */
  onMessage(message: Message): void;
  /** What was read before may lack something: read it anew. */
  onReset(): void;
}

/**
 * The page's one event stream, outside of React: components subscribe to what they show. Without a tick for five
 * seconds what is shown is stale, until the next.
 */
export class LiveStream {
  private source: Source | undefined;
  private readonly wanted = new Map<string, number>();
  private readonly points = new Map<string, readonly Point[]>();
  private readonly listeners = new Set<() => void>();
  private opened = '';
  private heardAt = 0;
  private freshness: Freshness = 'connecting';
  private settling: ReturnType<typeof setTimeout> | undefined;
  private looking: ReturnType<typeof setInterval> | undefined;
  private gathering: ReturnType<typeof setTimeout> | undefined;
  private redialling: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly connect: (url: string) => Source,
    private readonly reader: Reader,
    private readonly now: () => number = Date.now,
  ) {}

  start() {
    this.heardAt = this.now();
    this.looking = setInterval(() => this.look(), LOOK_EVERY_MS);
    this.open();
  }

  stop() {
    clearInterval(this.looking);
    clearTimeout(this.settling);
    clearTimeout(this.redialling);
    this.source?.close();
    this.source = undefined;
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly state = (): Freshness => this.freshness;

  pointsOf(series: string): readonly Point[] {
    return this.points.get(series) ?? NOTHING;
  }

  /** Asks for these series until the answer is called. */
  want(series: readonly string[]): () => void {
    series.forEach((each) => this.wanted.set(each, (this.wanted.get(each) ?? 0) + 1));
    this.settle();
    return () => {
      series.forEach((each) => {
        const left = (this.wanted.get(each) ?? 1) - 1;
        if (left === 0) this.wanted.delete(each);
        else this.wanted.set(each, left);
      });
      this.settle();
    };
  }

  private settle() {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => {
      const asked = this.address();
      // What is told beyond what is wanted does no harm; a missing series does.
      if (this.source && asked !== this.opened && this.wanted.size > 0) this.open();
    }, SETTLE_MS);
  }

  private address(): string {
    const series = [...this.wanted.keys()].toSorted().slice(0, MOST_SERIES);
    return `/api/v1/events/watch${series.length > 0 ? `?series=${series.join(',')}` : ''}`;
  }

  private open() {
    clearTimeout(this.redialling);
    this.source?.close();
    this.opened = this.address();
    const source = this.connect(this.opened);
    this.source = source;
    source.addEventListener('tick', () => this.heard());
    source.addEventListener('reset', () => this.reader.onReset());
    source.addEventListener('open', () => this.reader.onReset());
    source.addEventListener('error', () => this.failed(source));
    source.addEventListener('series.sample', (event) => this.sampled(event as MessageEvent<string>));
    for (const type of EVENT_TYPES) {
      source.addEventListener(type, (event) => {
        this.heard();
        this.reader.onMessage(JSON.parse((event as MessageEvent<string>).data) as Message);
      });
    }
  }

  private failed(source: Source) {
    if (source !== this.source || source.readyState !== EventSource.CLOSED) return;
    this.redialling = setTimeout(() => this.open(), REDIAL_MS);
  }

  private sampled(event: MessageEvent<string>) {
    const sample = JSON.parse(event.data) as Schemas['SeriesSample'];
    this.points.set(sample.series, withSample(this.pointsOf(sample.series), { ...sample, at: Date.parse(sample.at) }));
    this.heardAt = this.now();
    this.gathering ??= setTimeout(() => {
      this.gathering = undefined;
      this.heard();
    }, GATHER_MS);
  }

  private heard() {
    this.heardAt = this.now();
    this.freshness = 'live';
    this.tell();
  }

  private look() {
    if (this.freshness !== 'stale' && this.now() - this.heardAt > STALE_AFTER_MS) {
      this.freshness = 'stale';
      this.tell();
    }
  }

  private tell() {
    this.listeners.forEach((listener) => listener());
  }
}

const NOTHING: readonly Point[] = [];
