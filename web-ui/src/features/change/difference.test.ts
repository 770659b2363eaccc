import { differences } from './difference';

test('names the properties that differ, in order, and shows what is absent', () => {
  expect(differences({ weight: 1, name: 'a', mac: null }, { weight: 2, name: 'a', labels: { rack: '7' } })).toEqual([
    { property: 'labels', before: '-', after: '{"rack":"7"}' },
    { property: 'weight', before: '1', after: '2' },
  ]);
});

test('a creation shows every property, a deletion too', () => {
  expect(differences(null, { name: 'shop' })).toEqual([{ property: 'name', before: '-', after: 'shop' }]);
  expect(differences({ name: 'shop' }, undefined)).toEqual([{ property: 'name', before: 'shop', after: '-' }]);
});
