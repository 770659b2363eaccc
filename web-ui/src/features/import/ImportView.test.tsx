// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import type { Import } from './imports';
import { ImportView } from './ImportView';

const impact = { backendsAdded: 1, backendsRemoved: 0, movedFlowsPercent: 0, pools: [], vipsTouched: [] };
const change = { resourceType: 'vip', resourceId: 'v1', resourceName: 'shop', action: 'CREATED', after: {} };
const remark = { line: 12, directive: 'lb_kind NAT', outcome: 'LEFT_OUT', detail: 'Only direct routing has an equivalent.' } as const;

function view(part: Partial<Import['plan']>) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  client.setQueryData(['session'], { signedIn: true, mustChangePassword: false, grants: [{ role: 'EDITOR' }], signInWith: [] });
  const plan = { baseRevision: 7, changes: [change], findings: [], impact, ...part };
  render(
    <QueryClientProvider client={client}>
      <ImportView made={{ document: { apiVersion: 'carom.dev/v1' }, remarks: [remark], plan }} />
    </QueryClientProvider>,
  );
  return screen.getByText('Apply').closest('button');
}

test('each line to look at says what became of it and why, and the plan can be applied', () => {
  expect(view({})).not.toHaveAttribute('aria-disabled');
  expect(screen.getByText('left out')).toBeVisible();
  expect(screen.getByText('Only direct routing has an equivalent.')).toBeVisible();
  expect(screen.getByText('No flow of today moves. 1 backend joins.')).toBeVisible();
});

test('what would be refused is said, and cannot be applied', () => {
  const refusal = { pointer: '/vips/0/address', code: 'ADDRESS_TAKEN', detail: 'Another VIP has it.' };
  expect(view({ findings: [refusal] })).toHaveAttribute('aria-disabled', 'true');
  expect(screen.getByText('Another VIP has it.')).toBeVisible();
});

test('what exists already cannot be applied again', () => {
  expect(view({ changes: [] })).toHaveAttribute('aria-disabled', 'true');
  expect(screen.getByText('Nothing would change: all of it exists.')).toBeVisible();
});
