import { LiveStream, STALE_AFTER_MS } from './stream';

class FakeSource {
  readonly handlers = new Map<string, (event: Event) => void>();
  closed = false;
  readyState = 1;

  constructor(readonly url: string) {}

  addEventListener = (type: string, handler: unknown) => void this.handlers.set(type, handler as (event: Event) => void);
  close = () => void (this.closed = true);

  send(type: string, data: unknown = {}) {
    this.handlers.get(type)?.(new MessageEvent(type, { data: JSON.stringify(data) }));
  }
}

function opened() {
  const sources: FakeSource[] = [];
  const messages: unknown[] = [];
  let resets = 0;
  const stream = new LiveStream(
    (url) => {
      const source = new FakeSource(url);
      sources.push(source);
      return source as unknown as EventSource;
    },
    { onMessage: (message) => messages.push(message), onReset: () => void resets++ },
  );
  stream.start();
  const last = () => sources.at(-1) as FakeSource;
  return { stream, sources, last, messages, resets: () => resets };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', { CLOSED: 2 });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('is live with a tick, stale five seconds after the last, and live again with the next', () => {
  const { stream, last } = opened();
  expect(stream.state()).toBe('connecting');
  last().send('tick');
  expect(stream.state()).toBe('live');
  vi.advanceTimersByTime(STALE_AFTER_MS);
  expect(stream.state()).toBe('live');
  vi.advanceTimersByTime(1000);
  expect(stream.state()).toBe('stale');
  last().send('tick');
  expect(stream.state()).toBe('live');
});

test('a page that asks for several series opens one connection for all of them', () => {
  const { stream, sources, last } = opened();
  const done = stream.want(['vips/b', 'vips/a']);
  stream.want(['backends/c']);
  vi.advanceTimersByTime(100);
  expect(sources.map((each) => each.closed)).toEqual([true, false]);
  expect(last().url).toBe('/api/v1/events/watch?series=backends/c,vips/a,vips/b');
  done();
  vi.advanceTimersByTime(100);
  expect(last().url).toBe('/api/v1/events/watch?series=backends/c');
});

test('keeps the samples of a series and tells who subscribed', () => {
  const { stream, last } = opened();
  const told = vi.fn();
  stream.subscribe(told);
  last().send('series.sample', {
    series: 'vips/a', nodeId: 'n', at: '2026-01-01T00:00:01Z', intervalMs: 1000, packets: 7, bytes: 70, newFlows: 1,
  });
  expect(stream.pointsOf('vips/a')[0]).toMatchObject({ packets: 7, bits: 560 });
  expect(stream.pointsOf('vips/b')).toBe(stream.pointsOf('vips/c'));
  vi.advanceTimersByTime(100);
  expect(told).toHaveBeenCalledTimes(1);
});

test('passes on what happened, and that something may be missing', () => {
  const { last, messages, resets } = opened();
  last().send('vip.changed', { type: 'vip.changed', resourceId: 'a' });
  last().send('reset');
  expect(messages).toEqual([{ type: 'vip.changed', resourceId: 'a' }]);
  expect(resets()).toBe(1);
});

test('a connection that was refused is dialled again', () => {
  const { sources, last } = opened();
  last().send('error');
  vi.advanceTimersByTime(3000);
  expect(sources).toHaveLength(1);
  last().readyState = 2;
  last().send('error');
  vi.advanceTimersByTime(3000);
  expect(sources).toHaveLength(2);
});
