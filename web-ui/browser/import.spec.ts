import { call } from './api';
import { expect, open, test } from './fixture';
import { IMPORTED_VIP, KEEPALIVED, paste } from './keepalived';
import { onHost, theSite } from './site';

test('a pasted keepalived.conf is told line by line, planned, applied, and answers a real request', async ({ page, request }) => {
  const text = KEEPALIVED.replace('10.0.0.21', theSite().hosts['backend1']?.ipv4 ?? '');
  const { items } = await call<{ items: { number: number }[] }>(request, 'GET', 'revisions?limit=1');
  await open(page, '/import', 'Import');
  await paste(page, text);
  const remark = page.getByRole('table', { name: 'Lines to look at' }).getByRole('row', { name: /^12/ });
  await expect(remark).toContainText('left out');
  await expect(remark).toContainText('no address is translated');
  await expect(page.getByText('No flow of today moves. 1 backend joins.')).toBeVisible();
  await expect(page.getByRole('table', { name: /^vip / }).getByRole('row', { name: /^address/ })).toContainText(`-${IMPORTED_VIP}`);

  onHost('backend1', 'ip', 'address', 'replace', `${IMPORTED_VIP}/32`, 'dev', 'lo');
  try {
    await page.getByLabel('Why').fill('Away from keepalived');
    await page.getByRole('button', { name: 'Apply' }).click();
    await expect(page.getByText(/It stands as revision \d+/)).toBeVisible();
    await expect(() => expect(onHost('client', 'curl', '-s', '--max-time', '3', `http://${IMPORTED_VIP}/`).trim()).toBe('backend1')).toPass({ timeout: 30_000 });
    await page.getByRole('link', { name: 'What it changed' }).click();
    await expect(page.getByText('Away from keepalived').first()).toBeVisible();

    await open(page, '/import', 'Import');
    await paste(page, text);
    await expect(page.getByText('Nothing would change: all of it exists.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Apply' })).toHaveAttribute('aria-disabled', 'true');
  } finally {
    onHost('backend1', 'ip', 'address', 'del', `${IMPORTED_VIP}/32`, 'dev', 'lo');
    await call(request, 'POST', `revisions/${items[0]?.number}/rollback`);
  }
});

test('a file of ipvsadm-save is loaded, and what it cannot be read for is said', async ({ page, complaints }) => {
  complaints.expect(/status of 400/);
  await open(page, '/import', 'Import');
  const format = (name: string) => page.getByRole('button', { name, exact: true });
  await format('ipvsadm-save -n').click();
  await page.getByRole('button', { name: /^Node group/ }).click();
  await page.getByRole('option', { name: 'lab' }).click();
  const rules = '-A -t 10.0.0.121:80 -s mh\n-a -t 10.0.0.121:80 -r 10.0.0.21:80 -g -w 1\n-a -t 10.0.0.121:80 -r 10.0.0.22:80 -m -w 1\n';
  await page.locator('input[type=file]').setInputFiles({ name: 'ipvs.rules', mimeType: 'text/plain', buffer: Buffer.from(rules) });
  await expect(page.getByRole('textbox', { name: 'Configuration' })).toHaveValue(rules);
  await page.getByRole('button', { name: 'Read it' }).click();
  await expect(page.getByRole('table', { name: 'Lines to look at' }).getByRole('row', { name: /^3/ })).toContainText('left out');

  await format('keepalived.conf').click();
  await page.getByRole('textbox', { name: 'Configuration' }).fill('virtual_server {');
  await expect(page.getByRole('table', { name: 'Lines to look at' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Read it' }).click();
  await expect(page.getByText('It cannot be read')).toBeVisible();
});
