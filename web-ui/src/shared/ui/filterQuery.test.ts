import { queryOf } from './filterQuery';

const token = { propertyKey: 'operatingStatus', operator: '=', value: 'OFFLINE' };

test('an address holds a filter, and nothing else is taken for one', () => {
  expect(queryOf({ tokens: [token], operation: 'or' })).toEqual({ tokens: [token], operation: 'or' });
  expect(queryOf({ tokens: [token, 7, { operator: '=' }] })).toEqual({ tokens: [token], operation: 'and' });
  expect([undefined, 'web', [], { tokens: 'x' }, { tokens: [] }].map(queryOf)).toEqual([undefined, undefined, undefined, undefined, undefined]);
});
