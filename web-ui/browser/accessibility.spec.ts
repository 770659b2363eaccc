import { axeViolations, expect, open, openPlace, test } from './fixture';
import { fitsSmallWindows, standsStill } from './looks';
import { PLACES } from './places';

for (const place of PLACES) {
  test(`${place.name} has no accessibility violation in either mode, does not move, and does not scroll sideways in a small window`, async ({ page, request }) => {
    await openPlace(page, request, place);
    await standsStill(page);
    expect(await axeViolations(page), 'light').toEqual([]);
    await page.getByRole('button', { name: 'Dark mode' }).click();
    expect(await axeViolations(page), 'dark').toEqual([]);
    await fitsSmallWindows(page);
  });
}

test('at 200 % zoom the navigation opens and leads on', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 400 });
  await open(page, '/vips', 'VIPs');
  await page.getByRole('button', { name: 'Open navigation' }).click();
  await page.getByRole('link', { name: 'Pools', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Pools' })).toBeVisible();
});
