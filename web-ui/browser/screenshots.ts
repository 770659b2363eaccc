import { expect, MODES, openPlace, test } from './fixture';
import { PLACES } from './places';

const PICTURES = new URL('../../docs/screenshots/', import.meta.url).pathname;

/** So many seconds of traffic stand in the charts. */
const SECONDS = 20;

test.beforeEach(() => test.setTimeout(180_000));

for (const place of PLACES) {
  for (const mode of MODES) {
    test(`${place.name} in ${mode} mode`, async ({ page, request }) => {
      await openPlace(page, request, place, mode);
      if (place.name === 'overview' || place.name === 'vip') {
        await expect(page.locator('.legend strong').first()).toHaveText(/[1-9]/);
        await page.waitForTimeout(SECONDS * 1000);
      }
      await page.screenshot({ path: `${PICTURES}${place.name}-${mode}.png` });
    });
  }
}
