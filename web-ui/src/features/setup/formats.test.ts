import { FORMATS, formatsFor, optionOf } from './formats';

test('each platform has formats of its own, and together they are all', () => {
  const all = ['LINUX', 'FREEBSD', 'WINDOWS'].flatMap(formatsFor);
  expect(all.toSorted()).toEqual(FORMATS.toSorted());
  expect(formatsFor('WINDOWS').map(optionOf)).toEqual([{ value: 'windows', label: 'Windows (PowerShell)' }]);
});

test('a platform that the console does not know yet is offered everything', () => {
  expect(formatsFor('PLAN9')).toEqual(FORMATS);
});
