import type { Page } from '@playwright/test';
import { axeViolations, expect, open, openPlace, test } from './fixture';
import { PLACES } from './places';

/** A window of 1280 × 800 at 200 % has as many CSS pixels as the first; the second is a telephone's. */
const SMALL_WINDOWS = [
  { width: 640, height: 400 },
  { width: 360, height: 740 },
];

for (const place of PLACES) {
  test(`${place.name} has no accessibility violation in either mode, does not move, and does not scroll sideways in a small window`, async ({ page, request }) => {
    await openPlace(page, request, place);
    await expect.poll(() => moving(page), { message: 'animations under reduced motion' }).toEqual([]);
    expect(await axeViolations(page), 'light').toEqual([]);
    await page.getByRole('button', { name: 'Dark mode' }).click();
    expect(await axeViolations(page), 'dark').toEqual([]);
    for (const window of SMALL_WINDOWS) {
      // One size at a time: they share one window.
      // oxlint-disable-next-line no-await-in-loop
      await page.setViewportSize(window);
      // oxlint-disable-next-line no-await-in-loop
      await expect(async () => expect(await sidewaysScroll(page), `${window.width} px`).toBe(0)).toPass();
    }
  });
}

test('at 200 % zoom the navigation opens and leads on', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 400 });
  await open(page, '/vips', 'VIPs');
  await page.getByRole('button', { name: 'Open navigation' }).click();
  await page.getByRole('link', { name: 'Pools', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Pools' })).toBeVisible();
});

async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** What moves of itself, though the system asks for no motion. */
async function moving(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    document
      .getAnimations()
      .filter((each) => each.playState === 'running')
      .map((each) => (each.effect instanceof KeyframeEffect ? (each.effect.target?.outerHTML.slice(0, 200) ?? '') : '')),
  );
}
