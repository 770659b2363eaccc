import { named } from './api';
import { expect, open, test } from './fixture';

test('a VIP’s and a backend’s traffic is drawn as it was, to thirty days back', async ({ page, request }) => {
  test.setTimeout(240_000);
  const [vip, backend] = [await named(request, 'vips', 'web'), await named(request, 'backends', 'backend3')];
  for (const [path, heading] of [[`/vips/${vip.id}`, 'web'], [`/backends/${backend.id}`, 'backend3']] as const) {
    // One page at a time: they share one window.
    // oxlint-disable no-await-in-loop
    await open(page, path, heading);
    const carried = page.locator('figure.chart .legend').getByText(/[1-9].*at most/).first();
    await page.getByRole('button', { name: '15 min', exact: true }).click();
    await expect(carried).toBeVisible();
    // A minute is written when it is over.
    await expect(async () => {
      await page.getByRole('button', { name: 'Live', exact: true }).click();
      await page.getByRole('button', { name: '2 h', exact: true }).click();
      await expect(carried).toBeVisible({ timeout: 10_000 });
    }).toPass({ timeout: 150_000 });
    await page.getByRole('button', { name: '30 d', exact: true }).click();
    await expect(page.getByText(/the last 30 days, one point an hour/)).toBeVisible();
    await expect(page.locator('figure.chart canvas')).toBeVisible();
    // oxlint-enable no-await-in-loop
  }
});
