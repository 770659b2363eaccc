import { MODES, open, PLACES, test } from './fixture';

const PICTURES = new URL('../../docs/screenshots/', import.meta.url).pathname;

for (const mode of MODES) {
  for (const place of PLACES) {
    test(`${place.name} in ${mode} mode`, async ({ page }) => {
      await open(page, place.path, place.heading, mode);
      await page.screenshot({ path: `${PICTURES}${place.name}-${mode}.png` });
    });
  }
}
