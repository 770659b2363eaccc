import { readFileSync } from 'node:fs';
import { call } from './api';
import { expect, open, test } from './fixture';

test('a webhook is made with its secret shown once, tested, and its delivery is told as it went', async ({ page, complaints }) => {
  complaints.expect(/status of 422/);
  await open(page, '/admin', 'Administration');
  await page.getByRole('button', { name: 'Make a webhook' }).click();
  const dialog = page.getByRole('dialog', { name: 'Make a webhook' });
  await dialog.getByLabel('Name').fill('on-call');
  await dialog.getByLabel('Address').fill('http://127.0.0.1:9/');
  await dialog.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(dialog.getByText('the control plane\'s own host').first()).toBeVisible();
  // A name that never leads anywhere (RFC 6761).
  await dialog.getByLabel('Address').fill('http://on-call.invalid/');
  await dialog.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page.getByText('The secret of on-call, shown this once')).toBeVisible();
  await page.getByRole('radio', { name: 'Choose on-call' }).click();
  await page.getByRole('button', { name: 'Send a test' }).click();
  const delivery = page.getByRole('grid', { name: 'Deliveries to on-call' }).getByRole('row', { name: /webhook\.test/ });
  await expect(delivery).toContainText('dead');
  await page.getByRole('button', { name: 'Delete on-call' }).click();
  await page.getByRole('dialog', { name: 'Delete on-call?' }).getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByRole('grid', { name: 'Webhooks' })).not.toContainText('on-call');
});

test('the audit trail says who did what, and is downloaded whole', async ({ page, request }) => {
  const { id } = await call<{ id: string }>(request, 'POST', 'users', { name: `audited-${Date.now()}` });
  const { name } = await call<{ name: string }>(request, 'GET', `users/${id}`);
  await open(page, '/admin', 'Administration');
  await expect(page.getByRole('table', { name: 'Audit trail' }).getByRole('row', { name: new RegExp(name) })).toContainText('done');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download all as NDJSON' }).click();
  expect(readFileSync(await (await download).path(), 'utf8')).toContain(name);
});
