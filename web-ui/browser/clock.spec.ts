import { call } from './api';
import { expect, open, openPlace, test } from './fixture';
import { OVERVIEW } from './places';

const MINUTE_MS = 60_000;

/** Zones without summer time, so that the test says by itself what their clocks show. Americans write 12-hour clocks. */
const ZONES = [
  { timezoneId: 'Asia/Kolkata', locale: 'en-US', minutes: 330, name: 'GMT+5:30' },
  { timezoneId: 'Pacific/Honolulu', locale: 'en-US', minutes: -600, name: 'GMT-10' },
];

for (const { timezoneId, locale, minutes, name } of ZONES) {
  test.describe(timezoneId, () => {
    test.use({ timezoneId, locale });

    test('times stand on the 24-hour clock with the zone of who reads them', async ({ page, request }) => {
      const { items } = await call<{ items: { number: number; createdAt: string }[] }>(request, 'GET', 'revisions?limit=1');
      const newest = items[0];
      const there = new Date(Date.parse(newest?.createdAt ?? '') + minutes * MINUTE_MS).toISOString();
      await open(page, '/changes', 'Changes');
      const row = page.getByRole('row', { name: new RegExp(`^r ${newest?.number} `) });
      await expect(row).toContainText(`${there.slice(8, 10)}/${there.slice(5, 7)}/${there.slice(0, 4)}, ${there.slice(11, 19)} ${name}`);
      await openPlace(page, request, OVERVIEW);
      await expect(page.getByText(`one point a second, ${name}`)).toBeVisible();
      await expect(page.getByText(`Times are ${name}`)).toBeVisible();
      await expect(page.locator('.latest time').first()).toHaveText(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/);
    });
  });
}
