import { expect, open, test } from './fixture';
import { theSite } from './site';

test('a slash leads to the search box, and a MAC, an address or a name to its page', async ({ page }) => {
  const mac = theSite().hosts['backend2']?.mac ?? '';
  await open(page, '/events', 'Events');
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox', { name: 'Search' })).toBeFocused();
  await page.keyboard.type(mac.toUpperCase().replaceAll(':', '-'));
  await expect(page.getByRole('option', { name: /backend2/ }).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'backend2' })).toBeVisible();

  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Search' }).fill('10.0.0.101');
  await page.getByRole('option', { name: /shop/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'shop' })).toBeVisible();

  await page.getByRole('combobox', { name: 'Search' }).fill('198.51.100.2:40000 -> 10.0.0.100:80');
  await page.getByRole('option', { name: /198\.51\.100\.2:40000 → 10\.0\.0\.100:80/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Flow explainer' })).toBeVisible();
  await expect(page.getByLabel('Client')).toHaveValue('198.51.100.2:40000');
});
