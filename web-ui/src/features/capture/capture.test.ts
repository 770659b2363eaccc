import { endOf, progressOf } from './progress';

const running = { seconds: 10, startedAt: '2026-11-23T07:00:00Z', fileBytes: 1500 };
const at = (second: number) => Date.parse('2026-11-23T07:00:00Z') + second * 1000;
const done = { state: 'DONE', frames: 120, lost: 0, full: false } as const;

test.each([
  [4.9, '4 of 10 s, 1.50 kB so far'],
  [-3, '0 of 10 s, 1.50 kB so far'],
  [14, '10 of 10 s, 1.50 kB so far'],
])('after %d s: %s', (second, text) => expect(progressOf(running, at(second))).toBe(text));

test('a recorder is read without an end that was asked for', () => {
  expect(progressOf({ ...running, seconds: 0, fileBytes: 0 }, at(1))).toBe('being read, 0 B so far');
});

test.each([
  [done, '120 frames'],
  [{ ...done, frames: 1 }, '1 frame'],
  [{ ...done, lost: 3, full: true }, '120 frames, 3 lost, until its bytes were used up'],
  [{ state: 'FAILED', code: 'BAD_FILTER', message: 'syntax error' } as const, 'syntax error (BAD_FILTER)'],
])('%j ended: %s', (capture, text) => expect(endOf(capture)).toBe(text));
