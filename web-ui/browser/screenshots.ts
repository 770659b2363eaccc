import { named } from './api';
import { expect, MODES, open, PLACES, test } from './fixture';

const PICTURES = new URL('../../docs/screenshots/', import.meta.url).pathname;

/** So many seconds of traffic stand in the charts. */
const SECONDS = 45;

test.beforeEach(() => test.setTimeout(180_000));

for (const mode of MODES) {
  for (const place of PLACES) {
    test(`${place.name} in ${mode} mode`, async ({ page }) => {
      await open(page, place.path, place.heading, mode);
      if (place.name === 'overview') await page.waitForTimeout(SECONDS * 1000);
      await page.screenshot({ path: `${PICTURES}${place.name}-${mode}.png` });
    });
  }

  test(`a VIP in ${mode} mode`, async ({ page, request }) => {
    const { id } = await named(request, 'vips', 'web');
    await open(page, `/vips/${id}`, 'web', mode);
    await expect(page.locator('.legend strong').first()).toHaveText(/[1-9]/);
    await page.waitForTimeout(SECONDS * 1000);
    await page.screenshot({ path: `${PICTURES}vip-${mode}.png` });
  });

  test(`the wizard in ${mode} mode`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: mode });
    await page.goto('/vips/create');
    await expect(page.getByRole('heading', { name: 'Address' })).toBeVisible();
    await page.screenshot({ path: `${PICTURES}create-vip-${mode}.png` });
  });
}
