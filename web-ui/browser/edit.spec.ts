import type { APIRequestContext, Locator, Page } from '@playwright/test';
import { change, named } from './api';
import { expect, open, test } from './fixture';

test('when two edit the same VIP both versions are shown, and the chosen one is saved', async ({ page, request, complaints }) => {
  complaints.expect(/status of 412/);
  const vip = await named(request, 'vips', 'shop');
  await open(page, `/vips/${vip.id}`, 'shop');
  await page.getByRole('button', { name: 'Edit', exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Edit shop' });
  await dialog.getByLabel('Most new flows a second').fill('5000');

  await change(request, `vips/${vip.id}`, { newFlowsPerSecond: 7000 });
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog.getByText('Somebody else changed it first')).toBeVisible();
  const both = dialog.getByRole('row', { name: /Most new flows a second/ });
  await expect(both).toContainText('7000');
  await expect(both).toContainText('5000');

  await dialog.getByRole('button', { name: 'Save yours over theirs' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('tab', { name: 'Setup' }).click();
  await expect(page.getByText('5000')).toBeVisible();
  await change(request, `vips/${vip.id}`, { newFlowsPerSecond: 0 });
});

test('what the control plane refuses stands at the field, and nothing was changed', async ({ page, request, complaints }) => {
  complaints.expect(/status of 4(00|22)/);
  const vip = await named(request, 'vips', 'shop');
  await open(page, `/vips/${vip.id}`, 'shop');
  await page.getByRole('button', { name: 'Edit', exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Edit shop' });
  await dialog.getByLabel('Address').fill('no address');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog.getByText('Nothing was changed')).toBeVisible();
  await expect(dialog.getByLabel('Address')).toHaveAttribute('aria-invalid', 'true');
});

test('a drain says what it does first, and is taken back', { tag: '@quick' }, async ({ page, request }) => {
  const row = await drain(page, request, 'It gets new memory');
  await expect(row).toContainText(/until \d\d\/\d\d\/\d{4}, \d\d:\d\d:\d\d CES?T/);
  await page.getByRole('button', { name: 'Stop draining' }).click();
  await expect(row).not.toContainText('draining');
  await open(page, '/changes', 'Changes');
  await expect(page.getByRole('row', { name: /It gets new memory/ }).first()).toBeVisible();
});

test('what a drained backend has left is told until it is nothing', async ({ page, request }) => {
  test.setTimeout(180_000);
  const row = await drain(page, request, '');
  const left = async () => Number(await row.locator('td, th').nth(await columnOf(page, 'Flows')).innerText());
  expect(await left()).toBeGreaterThan(0);
  await expect.poll(left, { timeout: 120_000 }).toBe(0);
  await page.getByRole('button', { name: 'Stop draining' }).click();
  await expect.poll(left, { timeout: 60_000 }).toBeGreaterThan(0);
});

/** Drains backend3 of the pool that living traffic goes to; its row. */
async function drain(page: Page, request: APIRequestContext, why: string): Promise<Locator> {
  const pool = await named(request, 'pools', 'web');
  await open(page, `/pools/${pool.id}`, 'web');
  await page.getByRole('radio', { name: 'Choose backend3' }).click();
  await page.getByRole('button', { name: 'Drain', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Drain backend3?' });
  await expect(dialog).toContainText('50 % of the new flows go to the other 2 backends');
  await expect(dialog).toContainText(/Its \d+ flows? stay until they end/);
  await dialog.getByLabel('Why').fill(why);
  await dialog.getByRole('button', { name: 'Drain', exact: true }).click();
  const row = page.getByRole('row', { name: /backend3/ });
  await expect(row).toContainText('draining');
  return row;
}

async function columnOf(page: Page, heading: string): Promise<number> {
  const headings = await page.getByRole('grid', { name: 'Backends' }).getByRole('columnheader').allInnerTexts();
  return headings.findIndex((each) => each.startsWith(heading));
}
