import { parsed, subjects } from './subject';
import { failingFirst, verdictOf } from './verdict';

const check = (name: string, outcome: 'PASSED' | 'FAILED' | 'SKIPPED') => ({ name, outcome, summary: '', sent: [], received: [] });
const fault = { code: 'VIP_NOT_ON_LOOPBACK', summary: '', checks: [], remedy: '', decide: '' };
const path = (...faults: (typeof fault)[]) => ({ vipId: 'v', backendId: 'b', checks: [], faults });
const failure = { nodeId: 'n', code: 'TIMED_OUT', message: 'late' };

test('failing checks stand first, and the order of the questions stays within', () => {
  const asked = [check('neighbor', 'PASSED'), check('echo', 'FAILED'), check('mtu', 'SKIPPED'), check('service', 'FAILED')];
  expect(failingFirst(asked).map((each) => each.name)).toEqual(['echo', 'service', 'neighbor', 'mtu']);
});

test.each([
  ['RUNNING', [], [], 'Examining on the wire'],
  ['FAILED', [], [failure], 'Nobody could look: nothing is known'],
  ['DONE', [], [], 'Nobody could look: nothing is known'],
  ['DONE', [path()], [], 'Nothing wrong was found'],
  ['DONE', [path()], [failure], 'Nothing wrong was found, and not every node answered'],
  ['DONE', [path(fault), path()], [], '1 of 2 paths are broken'],
  ['DONE', [path(fault)], [], '1 of 1 path is broken'],
] as const)('%s with %j and %j: %s', (state, backends, failures, sentence) => {
  expect(verdictOf({ state, backends: [...backends], failures: [...failures] })).toBe(sentence);
});

test('a VIP or a backend is a subject, anything else is none', () => {
  expect(parsed('vips/1')).toEqual({ collection: 'vips', id: '1' });
  expect(parsed('nodes/1')).toBeUndefined();
  expect(parsed('vips/1/2')).toBeUndefined();
  expect(parsed(undefined)).toBeUndefined();
  expect(subjects([{ id: '1', name: 'web' }], [{ id: '2', name: 'b1' }]).map((each) => each.label)).toEqual([
    'VIP web, all its backends',
    'Backend b1',
  ]);
});
