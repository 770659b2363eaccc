import { axeViolations, expect, open, test } from './fixture';

test('the list of VIPs is filtered by a token, which the address keeps', async ({ page }) => {
  await open(page, '/vips', 'VIPs');
  await page.getByRole('combobox', { name: 'Filter vips' }).fill('VIP = shop');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'web', exact: true })).toHaveCount(0);
  await expect(page.getByText('1 match', { exact: true }).first()).toBeVisible();
  await page.reload();
  await expect(page.getByRole('link', { name: 'shop', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'web', exact: true })).toHaveCount(0);
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Remove VIP is shop' }).click();
  await expect(page.getByRole('link', { name: 'web', exact: true })).toBeVisible();
});

test('a chosen VIP is told in short beside the list', async ({ page }) => {
  await open(page, '/vips', 'VIPs');
  await page.getByRole('radio', { name: 'Choose web' }).click();
  const panel = page.getByRole('region', { name: 'web' });
  await expect(panel.getByText('online', { exact: true })).toBeVisible();
  await expect(panel.locator('.figures strong').first()).toHaveText(/[1-9]/);
  expect(await axeViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(panel.getByRole('link', { name: 'All of web' })).toBeAttached();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  await page.setViewportSize({ width: 1440, height: 1000 });
  await page.getByRole('button', { name: 'Close the panel' }).click();
  await expect(panel).toHaveCount(0);
  await expect(page.getByRole('radio', { name: 'Choose web' })).not.toBeChecked();
});
