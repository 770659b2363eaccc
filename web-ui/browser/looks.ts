import { expect, type Page } from '@playwright/test';

/** A window of 1280 × 800 at 200 % has as many CSS pixels as the first; the second is a telephone's. */
const SMALL_WINDOWS = [
  { width: 640, height: 400 },
  { width: 360, height: 740 },
];

/** At 200 % zoom and on a telephone nothing has to be scrolled sideways. */
export async function fitsSmallWindows(page: Page) {
  for (const window of SMALL_WINDOWS) {
    // One size at a time: they share one window.
    // oxlint-disable-next-line no-await-in-loop
    await page.setViewportSize(window);
    // oxlint-disable-next-line no-await-in-loop
    await expect(async () => expect(await sidewaysScroll(page), `${window.width} px`).toBe(0)).toPass();
  }
}

/** Where the system asks for no motion, nothing moves of itself. */
export async function standsStill(page: Page) {
  await expect.poll(() => moving(page), { message: 'animations under reduced motion' }).toEqual([]);
}

async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

async function moving(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    document
      .getAnimations()
      .filter((each) => each.playState === 'running')
      .map((each) => (each.effect instanceof KeyframeEffect ? (each.effect.target?.outerHTML.slice(0, 200) ?? '') : '')),
  );
}
