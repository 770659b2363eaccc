import { expect, open, openPlace, test } from './fixture';
import { PLACES } from './places';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
  "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

test('every page and each of its tabs keeps the strict policy', { tag: '@quick' }, async ({ page, request, complaints }) => {
  test.setTimeout(180_000);
  // The tabs of a VIP that are places of their own are opened with the VIP.
  for (const place of PLACES.filter((each) => !each.name.startsWith('vip-'))) {
    // One page at a time: they share one window.
    // oxlint-disable no-await-in-loop
    await openPlace(page, request, place);
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      await expect(tab).toHaveAttribute('aria-selected', 'true');
      await expect(page.getByText(/^Reading /)).toHaveCount(0);
    }
    expect(complaints.heard, place.name).toEqual([]);
    // oxlint-enable no-await-in-loop
  }
});

test('the policy is the strict one, and whatever breaks it is heard', { tag: '@quick' }, async ({ page, complaints }) => {
  const answer = await page.goto('/events');
  expect(answer?.headers()['content-security-policy']).toBe(POLICY);
  await open(page, '/events', 'Events');
  await page.evaluate(() => document.head.append(Object.assign(document.createElement('style'), { textContent: 'p { color: red }' })));
  const refused = await page.evaluate(() => {
    try {
      document.body.insertAdjacentHTML('beforeend', '<b>markup</b>');
      return '';
    } catch (error) {
      return String(error);
    }
  });
  expect(refused).toContain('TypeError');
  await expect.poll(() => complaints.heard.join(' ')).toMatch(/style-src.*TrustedHTML/s);
  complaints.heard.length = 0;
});
