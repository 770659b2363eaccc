// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import type { Role } from '../../shared/session/role';
import type { Capture } from './captures';
import { CaptureTable } from './CaptureTable';

const capture: Capture = {
  id: 'c1',
  vipId: 'v1',
  nodeId: 'n1',
  filter: 'tcp port 443',
  seconds: 10,
  bytes: 4096,
  state: 'DONE',
  requestedBy: 'ada',
  startedAt: '2026-11-23T07:00:00Z',
  fileBytes: 1500,
  frames: 12,
};
const { vipId: _, ...recording } = { ...capture, id: 'c2' };

function table(role: Role, of: 'vips' | 'recorders') {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  client.setQueryData(['session'], { signedIn: true, mustChangePassword: false, grants: [{ role }], signInWith: [] });
  client.setQueryData(['vips'], [{ id: 'v1', name: 'web' }]);
  client.setQueryData(['nodes'], [{ id: 'n1', name: 'lb1' }]);
  if (role !== 'VIEWER') client.setQueryData(['captures'], [capture, recording]);
  render(
    <QueryClientProvider client={client}>
      <CaptureTable title="Kept" of={of} empty="None." actions={<button>Start</button>} />
    </QueryClientProvider>,
  );
  return client;
}

test('a viewer is told why there is no list, and nobody asks for it', () => {
  const client = table('VIEWER', 'vips');
  expect(screen.getByText('This needs the role operator; yours is viewer.')).toBeVisible();
  expect(screen.getByText('Start')).toBeVisible();
  expect(client.isFetching({ queryKey: ['captures'] })).toBe(0);
});

test('an operator finds the file of a capture of a VIP, and no recording among them', () => {
  table('OPERATOR', 'vips');
  const links = screen.getAllByText('Download').map((each) => each.closest('a')?.getAttribute('href'));
  expect(links).toEqual(['/api/v1/captures/c1/file']);
  expect(screen.getByText('web')).toBeVisible();
  expect(screen.getByText('12 frames')).toBeVisible();
});

test('a recording stands under its node', () => {
  table('OPERATOR', 'recorders');
  const links = screen.getAllByText('Download').map((each) => each.closest('a')?.getAttribute('href'));
  expect(links).toEqual(['/api/v1/captures/c2/file']);
});
