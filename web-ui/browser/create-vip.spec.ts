import { call, named } from './api';
import { expect, open, test } from './fixture';
import { onHost, theSite } from './site';

const VIP = '10.0.0.110';

test('a VIP made by the wizard answers a real request, and the console counts it', { tag: '@quick' }, async ({ page, request }) => {
  const backend = theSite().hosts['backend1'];
  onHost('backend1', 'ip', 'address', 'replace', `${VIP}/32`, 'dev', 'lo');
  await open(page, '/vips', 'VIPs');
  await page.getByRole('button', { name: 'Create VIP' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('wizard');
  await page.getByRole('textbox', { name: 'Address' }).fill(VIP);
  await page.getByRole('button', { name: /^Node group/ }).click();
  await page.getByRole('option', { name: 'lab' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('textbox', { name: 'Ports' }).fill('80');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('textbox', { name: 'Name' }).last().fill('wizard-1');
  await page.getByRole('textbox', { name: 'Address' }).last().fill(backend?.ipv4 ?? '');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('textbox', { name: 'Interval' }).fill('500');
  await page.getByRole('textbox', { name: 'Timeout' }).fill('400');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('row', { name: /VIP wizard/ })).toContainText(VIP);
  await page.getByRole('button', { name: 'Create VIP' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'wizard' })).toBeVisible();

  await expect(async () => {
    expect(onHost('client', 'curl', '-s', '--max-time', '3', `http://${VIP}/`).trim()).toBe('backend1');
  }).toPass({ timeout: 30_000 });
  const { id } = await named(request, 'vips', 'wizard');
  await expect(async () => {
    onHost('client', 'curl', '-s', '--max-time', '3', `http://${VIP}/`);
    await expect(page.locator('.legend strong').first()).toHaveText(/[1-9]/, { timeout: 1500 });
  }).toPass({ timeout: 40_000 });

  const { version } = await call<{ version: number }>(request, 'GET', `vips/${id}`);
  await call(request, 'DELETE', `vips/${id}`, undefined, { 'If-Match': `"${version}"` });
  await expect(page.getByText('There is no such VIP')).toBeVisible();
  onHost('backend1', 'ip', 'address', 'del', `${VIP}/32`, 'dev', 'lo');
});
