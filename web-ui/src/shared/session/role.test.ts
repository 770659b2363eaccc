import { has, reasonAgainst } from './role';

test('a role may do what those before it may, and no more', () => {
  expect(has([{ role: 'EDITOR' }], 'OPERATOR')).toBe(true);
  expect(has([{ role: 'OPERATOR' }], 'EDITOR')).toBe(false);
  expect(has([], 'VIEWER')).toBe(false);
});

test('what is closed is explained', () => {
  expect(reasonAgainst([{ role: 'VIEWER' }], 'EDITOR')).toBe('This needs the role editor; yours is viewer.');
  expect(reasonAgainst([], 'EDITOR')).toBe('This needs the role editor; yours is none.');
  expect(reasonAgainst([{ role: 'VIEWER' }, { role: 'ADMIN' }], 'EDITOR')).toBeUndefined();
});
