import { EMPTY } from './draft';
import { documentOf } from './plan';

const draft = {
  ...EMPTY,
  vip: { name: 'shop', address: '10.0.0.7', nodeGroupId: 'g' },
  listeners: [{ protocol: 'TCP', ports: '80' }],
  backends: [{ name: 'a', address: '10.0.0.21', weight: '2' }],
};
const named = { group: 'edge', pool: undefined, monitor: undefined };

test('a draft becomes a document in which names take the place of ids', () => {
  expect(documentOf(draft, named)).toMatchObject({
    apiVersion: 'carom.dev/v1',
    healthMonitors: [{ name: 'shop', type: 'TCP' }],
    pools: [{ name: 'shop', healthMonitor: 'shop', backends: [{ name: 'a', weight: 2 }] }],
    vips: [{ name: 'shop', nodeGroup: 'edge', listeners: [{ name: 'shop-tcp-80', pool: 'shop' }] }],
  });
  expect(JSON.stringify(documentOf(draft, named))).not.toContain('nodeGroupId');
});

test('what exists already is named, and not described anew', () => {
  const document = documentOf({ ...draft, poolId: 'p' }, { ...named, pool: 'web' });
  expect(document).not.toHaveProperty('pools');
  expect(document).not.toHaveProperty('healthMonitors');
  expect(document['vips']).toMatchObject([{ listeners: [{ pool: 'web' }] }]);
  const monitored = documentOf({ ...draft, monitorId: 'm' }, { ...named, monitor: 'tcp' });
  expect(monitored['pools']).toMatchObject([{ healthMonitor: 'tcp' }]);
  expect(documentOf({ ...draft, monitorId: 'none' }, named)['pools']).not.toMatchObject([{ healthMonitor: expect.anything() }]);
});
