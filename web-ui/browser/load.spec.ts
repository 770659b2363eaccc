import { expect, PLACES, test } from './fixture';

const MOST_KILOBYTES = 600;
const FIRST_PAINT_MS = 1000;

test('the first load is small, and paints soon', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: PLACES[0].heading })).toBeVisible();
  const measured = await page.evaluate(() => ({
    // What came over the wire for the page and its assets; the interface's answers are data.
    bytes: [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
      .filter((each) => !each.name.includes('/api/'))
      .reduce((sum, each) => sum + (each as PerformanceResourceTiming).transferSize, 0),
    firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  }));
  test.info().annotations.push({ type: 'measured', description: JSON.stringify(measured) });
  expect(measured.bytes).toBeGreaterThan(50_000);
  expect(measured.bytes / 1000).toBeLessThan(MOST_KILOBYTES);
  expect(measured.firstPaint).toBeLessThan(FIRST_PAINT_MS);
});
