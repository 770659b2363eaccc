import { readFileSync } from 'node:fs';
import { expect, MODES, open, openPlace, test } from './fixture';
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

test.describe('signed out', () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  for (const mode of MODES) {
    test(`sign-in in ${mode} mode`, async ({ page }) => {
      await open(page, '/', 'Sign in to Carom', mode);
      await page.screenshot({ path: `${PICTURES}sign-in-${mode}.png` });
    });
  }
});

test('README shows each of them', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const pictures = [...PLACES.map((place) => place.name), 'sign-in'].flatMap((name) => MODES.map((mode) => `docs/screenshots/${name}-${mode}.png`));
  expect(pictures.filter((picture) => !readme.includes(`](${picture})`))).toEqual([]);
});
