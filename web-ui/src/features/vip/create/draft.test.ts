import { bodies, EMPTY, makesMonitor, makesPool } from './draft';

const draft = {
  ...EMPTY,
  vip: { name: 'shop', address: '10.0.0.7', nodeGroupId: 'g' },
  listeners: [{ protocol: 'TCP', ports: '80 8000-8010' }, { protocol: 'UDP', ports: '53' }],
  backends: [{ name: 'a', address: '10.0.0.21', weight: '2' }],
};

test('a new pool and its monitor are named after the VIP, and listeners after what they listen to', () => {
  const made = bodies(draft);
  expect(made.pool).toEqual({ name: 'shop', algorithm: 'MAGLEV' });
  expect(made.monitor).toMatchObject({ name: 'shop', type: 'TCP', path: 'DSR', intervalMs: 1000 });
  expect(made.backends).toEqual([{ name: 'a', address: '10.0.0.21', weight: 2 }]);
  expect(made.listeners).toEqual([
    { name: 'shop-tcp-80', protocol: 'TCP', ports: ['80', '8000-8010'] },
    { name: 'shop-udp-53', protocol: 'UDP', ports: ['53'] },
  ]);
});

test('an existing pool brings its own health check', () => {
  expect([makesPool(draft), makesMonitor(draft)]).toEqual([true, true]);
  expect(makesMonitor({ ...draft, monitorId: 'none' })).toBe(false);
  expect([makesPool({ ...draft, poolId: 'p' }), makesMonitor({ ...draft, poolId: 'p' })]).toEqual([false, false]);
});
