import { stateOf } from './cells';

test.each([
  ['ENABLED', 'ONLINE', 'up'],
  ['ENABLED', 'OFFLINE', 'down'],
  ['ENABLED', 'DEGRADED', 'degraded'],
  ['DRAINING', 'DRAINING', 'draining'],
  ['DISABLED', 'ONLINE', 'disabled'],
  ['ENABLED', 'UNKNOWN', 'unknown'],
  ['ENABLED', 'NO_MONITOR', 'unknown'],
] as const)('a backend that is %s and %s is %s', (adminState, operatingStatus, state) => {
  expect(stateOf({ adminState, operatingStatus })).toBe(state);
});
