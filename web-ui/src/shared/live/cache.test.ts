import { QueryClient } from '@tanstack/react-query';
import { applyMessage } from './cache';
import type { Message } from './stream';

const message = (type: string, id: string, resource?: object) =>
  ({ id: 1, createdAt: '', type, resourceType: type.split('.')[0], resourceId: id, summary: '', resource }) as unknown as Message;

function reading() {
  const client = new QueryClient();
  client.setQueryData(['vips'], [{ id: 'a', name: 'one' }]);
  return client;
}

test('a changed resource takes its place, a new one is added, a deleted one goes', () => {
  const client = reading();
  applyMessage(client, message('vip.changed', 'a', { id: 'a', name: 'two' }));
  applyMessage(client, message('vip.created', 'b', { id: 'b', name: 'new' }));
  expect(client.getQueryData(['vips'])).toEqual([{ id: 'a', name: 'two' }, { id: 'b', name: 'new' }]);
  applyMessage(client, message('vip.deleted', 'a'));
  expect(client.getQueryData(['vips'])).toEqual([{ id: 'b', name: 'new' }]);
});

test('what an event does not carry is read anew', () => {
  const client = reading();
  applyMessage(client, message('vip.changed', 'a'));
  expect(client.getQueryState(['vips'])?.isInvalidated).toBe(true);
});

test('a finding or a step of a diagnosis is laid to a resource, and its own list is read anew', () => {
  const client = reading();
  client.setQueryData(['findings'], { items: [] });
  client.setQueryData(['diagnoses', 'd'], { state: 'RUNNING' });
  applyMessage(client, { ...message('finding.opened', 'a'), resourceType: 'vip' });
  applyMessage(client, { ...message('diagnosis.progress', 'd'), resourceType: 'diagnoses' });
  expect(client.getQueryState(['findings'])?.isInvalidated).toBe(true);
  expect(client.getQueryState(['diagnoses', 'd'])?.isInvalidated).toBe(true);
});

test('an event of something the console does not know changes nothing', () => {
  const client = reading();
  applyMessage(client, message('moon.changed', 'a', { id: 'a' }));
  expect(client.getQueryData(['vips'])).toEqual([{ id: 'a', name: 'one' }]);
});
