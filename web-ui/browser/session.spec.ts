import { axeViolations, expect, MODES, open, test } from './fixture';
import { fitsSmallWindows, standsStill } from './looks';

test.use({ storageState: { cookies: [], origins: [] } });

for (const mode of MODES) {
  test(`the sign-in page in ${mode} mode has no accessibility violation, does not move, and does not scroll sideways in a small window`, async ({ page }) => {
    await open(page, '/vips', 'Sign in to Carom', mode);
    expect(await axeViolations(page)).toEqual([]);
    await standsStill(page);
    await fitsSmallWindows(page);
  });
}

test('nobody comes in with a wrong password; with the right one the page asked for opens', { tag: '@quick' }, async ({ page, site, complaints }) => {
  complaints.expect(/status of 401/);
  await open(page, '/vips', 'Sign in to Carom');
  await page.getByLabel('Name').fill('admin');
  await page.getByLabel('Password').fill('not the password');
  await page.keyboard.press('Enter');
  await expect(page.getByText('You are not signed in')).toBeVisible();
  await page.getByLabel('Password').fill(site.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'VIPs' })).toBeVisible();

  await page.getByRole('button', { name: /^admin/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in to Carom' })).toBeVisible();
});
