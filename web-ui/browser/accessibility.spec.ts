import type { Page } from '@playwright/test';
import { axeViolations, expect, MODES, open, PLACES, test } from './fixture';

for (const mode of MODES) {
  for (const place of PLACES) {
    test(`${place.name} in ${mode} mode has no accessibility violation`, async ({ page }) => {
      await open(page, place.path, place.heading, mode);
      expect(await axeViolations(page)).toEqual([]);
    });
  }
}

test('at 200 % zoom in a small window nothing scrolls sideways and the navigation opens', async ({ page }) => {
  // A window of 1280 × 800 at 200 % has this many CSS pixels.
  await page.setViewportSize({ width: 640, height: 400 });
  for (const place of PLACES) {
    // One page at a time: they share one window.
    // oxlint-disable-next-line no-await-in-loop
    await open(page, place.path, place.heading);
    // oxlint-disable-next-line no-await-in-loop
    expect(await sidewaysScroll(page), place.name).toBe(0);
  }
  await page.getByRole('button', { name: 'Open navigation' }).click();
  await page.getByRole('link', { name: 'Pools', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Pools' })).toBeVisible();
});

test('a window as narrow as a telephone shows every place without sideways scrolling', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const place of PLACES) {
    // oxlint-disable-next-line no-await-in-loop
    await open(page, place.path, place.heading);
    // oxlint-disable-next-line no-await-in-loop
    expect(await sidewaysScroll(page), place.name).toBe(0);
  }
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

test('without motion nothing is animated', async ({ page }) => {
  await open(page, '/', PLACES[0].heading);
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
