// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import type { Canary } from './canaries';
import { CanaryNote } from './CanaryNote';

const canary: Canary = {
  revision: 7,
  state: 'VERIFYING',
  target: 'nodes/n1',
  nodes: [{ nodeId: 'n1', nodeName: 'lb2', backendsUp: 3 }],
  healthLossPercent: 10,
  startedAt: '2026-11-23T09:00:00Z',
  verifyBy: '2026-11-23T09:01:00Z',
  reason: '',
};

function note(part: Partial<Canary>, role: 'VIEWER' | 'EDITOR' = 'EDITOR') {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  client.setQueryData(['session'], { signedIn: true, mustChangePassword: false, grants: [{ role }], signInWith: [] });
  client.setQueryData(['canaries'], [{ ...canary, ...part }]);
  render(
    <QueryClientProvider client={client}>
      <CanaryNote revision={7} />
    </QueryClientProvider>,
  );
}

test('while it is tried, who tries it is said, and an editor may end it', () => {
  note({});
  expect(screen.getByText(/Tried by lb2, who must have verified it by/)).toBeVisible();
  expect(screen.getByText('Take it back').closest('button')).not.toHaveAttribute('aria-disabled');
});

test('a viewer may not end it, and is told so', () => {
  note({}, 'VIEWER');
  expect(screen.getByText('Give it to all now').closest('button')).toHaveAttribute('aria-disabled', 'true');
});

test('one that went back says why, and is ended', () => {
  note({ state: 'ROLLED_BACK', reason: 'lb2 refused it.', endedAt: '2026-11-23T09:00:30Z' });
  expect(screen.getByText(/lb2 refused it\./)).toBeVisible();
  expect(screen.queryByText('Take it back')).toBeNull();
});

test('a revision that nobody tried has no note', () => {
  note({ revision: 6 });
  expect(screen.queryByRole('button')).toBeNull();
});
