import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { axeViolations, expect, open, test } from './fixture';
import { onHost } from './site';

/** The type of a section header block, by which every pcapng file begins. */
const PCAPNG = '0a0d0d0a';

test.beforeEach(() => test.setTimeout(120_000));

test('a capture of real traffic is followed while it runs, downloaded as pcapng, and deleted', async ({ page }) => {
  await open(page, '/captures', 'Captures');
  await start(page, 'tcp dst port 80');
  const row = page.getByRole('grid', { name: 'Captures of VIPs' }).getByRole('row').filter({ hasText: 'tcp dst port 80' });
  await expect(row).toContainText(/\d of 5 s/);
  onHost('client', 'curl', '-s', '--max-time', '3', 'http://10.0.0.100/');
  await expect(row).toContainText(/[1-9]\d* frames/, { timeout: 60_000 });
  expect(await axeViolations(page)).toEqual([]);
  await downloads(page, row, /^Download web/);
  await remove(page, row);
});

test('a filter that is none is told as the node says it', async ({ page }) => {
  await open(page, '/captures', 'Captures');
  await start(page, 'tcp) or (tcp');
  const row = page.getByRole('grid', { name: 'Captures of VIPs' }).getByRole('row').filter({ hasText: 'tcp) or (tcp' });
  await expect(row).toContainText('BAD_FILTER');
  await expect(row.getByRole('link', { name: /^Download/ })).toHaveCount(0);
  await remove(page, row);
});

test('a node’s flight recorder is read, downloaded and deleted', async ({ page }) => {
  await open(page, '/captures', 'Captures');
  await page.getByRole('button', { name: 'Read a recorder' }).click();
  const dialog = page.getByRole('dialog', { name: 'Read a flight recorder' });
  await dialog.getByRole('button', { name: /^Node/ }).click();
  await page.getByRole('option', { name: 'lb1' }).click();
  await dialog.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(dialog).toBeHidden();
  const row = page.getByRole('grid', { name: 'Flight recordings' }).getByRole('row').filter({ hasText: 'lb1' });
  await expect(row).toContainText(/[1-9]\d* frames/, { timeout: 60_000 });
  await downloads(page, row, /^Download lb1/);
  await remove(page, row);
});

async function start(page: Page, filter: string) {
  await page.getByRole('button', { name: 'Start a capture' }).click();
  const dialog = page.getByRole('dialog', { name: 'Start a capture' });
  await dialog.getByRole('button', { name: /^VIP/ }).click();
  await page.getByRole('option', { name: 'web' }).click();
  await dialog.getByRole('textbox', { name: 'Filter' }).fill(filter);
  await dialog.getByRole('textbox', { name: 'Seconds' }).fill('5');
  await dialog.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(dialog).toBeHidden();
}

async function downloads(page: Page, row: Locator, name: RegExp) {
  const download = page.waitForEvent('download');
  await row.getByRole('link', { name }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^capture-[\da-f-]+\.pcapng$/);
  expect(readFileSync(await file.path()).subarray(0, 4).toString('hex')).toBe(PCAPNG);
}

async function remove(page: Page, row: Locator) {
  await row.getByRole('button', { name: /^Delete/ }).click();
  await page.getByRole('dialog', { name: /^Delete/ }).getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(row).toHaveCount(0);
}
