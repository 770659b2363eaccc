import { flowOf } from '../trace/flowForm';
import { laterOf, partOf, verdictOf } from './forecast';
import { AS_IT_IS, changesOf } from './wishes';

const NO_MORE = { poolId: undefined, address: '', weight: '' };
const answer = { flows: 120, moved: 0, movedPercent: 0, chosenElsewhere: 40, chosenElsewherePercent: 33.3 };

test('a backend that stays as it is is no change', () => {
  expect(changesOf({ b1: AS_IT_IS, b2: { state: 'AS_IT_IS', weight: '' } }, NO_MORE)).toEqual([]);
});

test('a change names what differs alone, and a removed backend has no weight', () => {
  const wishes = {
    b1: { state: 'DRAINING', weight: '' },
    b2: { state: 'AS_IT_IS', weight: '0' },
    b3: { state: 'REMOVED', weight: '7' },
    b4: { state: 'ENABLED', weight: '10' },
  } as const;
  expect(changesOf(wishes, NO_MORE)).toEqual([
    { backendId: 'b1', adminState: 'DRAINING' },
    { backendId: 'b2', weight: 0 },
    { backendId: 'b3', removed: true },
    { backendId: 'b4', adminState: 'ENABLED', weight: 10 },
  ]);
});

test('one backend more needs a pool and an address', () => {
  expect(changesOf({}, { poolId: 'p', address: ' 10.0.0.24 ', weight: '' })).toEqual([{ poolId: 'p', address: '10.0.0.24' }]);
  expect(changesOf({}, { poolId: 'p', address: ' ', weight: '3' })).toEqual([]);
  expect(changesOf({}, { poolId: undefined, address: '10.0.0.24', weight: '3' })).toEqual([]);
});

test.each([
  [{ ...answer, flows: 0 }, 'No flow is remembered: there is none to move'],
  [answer, 'All 120 remembered flows stay'],
  [{ ...answer, flows: 1 }, 'The 1 remembered flow stays'],
  [{ ...answer, moved: 30, movedPercent: 25 }, '25 % of the remembered flows move at once: 30 of 120'],
])('%j: %s', (given, sentence) => expect(verdictOf(given)).toBe(sentence));

test('shares are of the flows that are remembered, and there is none without flows', () => {
  expect(laterOf(answer)).toBe('If they came anew, 33.3 % would go elsewhere: 40 of 120.');
  expect(laterOf({ ...answer, flows: 0 })).toContain('there are none');
  expect([partOf(40, 120), partOf(0, 120), partOf(0, 0)]).toEqual(['40 (33.3 %)', '0 (0.0 %)', '0']);
});

test('a flow is whole when both its ends are', () => {
  expect(flowOf('198.51.100.7:51234', '10.0.0.100:80', 'TCP')).toEqual({
    source: '198.51.100.7',
    sourcePort: 51_234,
    destination: '10.0.0.100',
    destinationPort: 80,
    protocol: 'TCP',
  });
  expect(flowOf('198.51.100.7', '10.0.0.100:80', 'TCP')).toBeUndefined();
});
