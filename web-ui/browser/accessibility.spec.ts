import type { Page } from '@playwright/test';
import { axeViolations, expect, open, openPlace, test } from './fixture';
import { OVERVIEW, PLACES } from './places';

/** A window of 1280 × 800 at 200 % has as many CSS pixels as the first; the second is a telephone's. */
const SMALL_WINDOWS = [
  { width: 640, height: 400 },
  { width: 360, height: 740 },
];

for (const place of PLACES) {
  test(`${place.name} has no accessibility violation in either mode, and does not scroll sideways in a small window`, async ({ page, request }) => {
    await openPlace(page, request, place);
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

test('the keyboard alone reaches the content past the navigation, a VIP, and back', async ({ page }) => {
  await open(page, '/vips', 'VIPs');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#content')).toBeFocused();
  await tabTo(page, 'Filter vips');
  await page.keyboard.type('web');
  await expect(page.getByRole('link', { name: 'docs', exact: true })).toHaveCount(0);
  await page.getByRole('link', { name: 'web', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'web' })).toBeVisible();
});

test('without motion nothing is animated', async ({ page, request }) => {
  await openPlace(page, request, OVERVIEW);
  const moving = await page.evaluate(() => document.getAnimations().filter((each) => each.playState === 'running').length);
  expect(moving).toBe(0);
});

async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

async function tabTo(page: Page, name: string) {
  for (let presses = 0; presses < 30; presses++) {
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.press('Tab');
    // oxlint-disable-next-line no-await-in-loop
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    if (focused === name) return;
  }
  throw new Error(`thirty presses of Tab do not reach ${name}`);
}
