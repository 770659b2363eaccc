import { clusterOf } from './clusterOf';

const named = (...names: string[]) => names.map((name) => ({ name }));

test('a cluster is named by its group and the number of its nodes', () => {
  expect(clusterOf(named('edge'), named('lb1', 'lb2'))).toBe('edge · 2 nodes');
  expect(clusterOf(named('edge', 'core'), named('lb1'))).toBe('2 node groups · 1 node');
});

test('what is not known is not claimed', () => {
  expect(clusterOf(undefined, named('lb1'))).toBe('');
  expect(clusterOf([], [])).toBe('no node group');
});
