import { type Findable, found } from './found';

const among: Findable[] = [
  { kind: 'VIP', name: 'web', to: '/vips/1', addresses: ['10.0.0.100'] },
  { kind: 'Backend', name: 'old-web', to: '/backends/2', addresses: ['10.0.0.21', '02:00:00:00:00:aa'] },
  { kind: 'Node', name: 'lb1', to: '/nodes', addresses: ['10.0.0.11'] },
];
const names = (text: string) => found(text, among).map((each) => each.name);

test('names, addresses and MACs find; what begins with the text stands first', () => {
  expect(names('web')).toEqual(['web', 'old-web']);
  expect(names('10.0.0.1')).toEqual(['lb1', 'web']);
  expect(names(' LB1 ')).toEqual(['lb1']);
  expect(names('02-00-00-00-00-AA')).toEqual(['old-web']);
});

test('nothing, and what is nowhere, find nothing', () => {
  expect(names('')).toEqual([]);
  expect(names('mail')).toEqual([]);
});

test('a long list is cut', () => {
  const many = Array.from({ length: 1000 }, (_, i): Findable => ({ kind: 'VIP', name: `vip-${i}`, to: '', addresses: [] }));
  expect(found('vip', many)).toHaveLength(12);
});
