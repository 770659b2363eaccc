import { expect, openPlace, test } from './fixture';
import { OVERVIEW } from './places';
import { theSite } from './site';

test('the overview is live: a chart a second, and no health that nobody has reported', { tag: '@quick' }, async ({ page, request }) => {
  await openPlace(page, request, OVERVIEW);
  await expect(page.locator('output.live')).toHaveText('Live');
  const figure = page.locator('.legend strong').first();
  await expect(figure).toHaveText(/[1-9]/);
  const seen = new Set<string>();
  await expect.poll(async () => seen.add(await figure.innerText()).size, { intervals: [500], message: 'the figure moves' }).toBeGreaterThan(3);
  await expect(page.getByRole('img', { name: 'web: the last three minutes' })).toBeVisible();
});

test('a control plane that stops is shown as stale, nothing stays green, and it comes back by itself', { tag: '@quick' }, async ({ page, request }) => {
  await openPlace(page, request, OVERVIEW);
  await expect(page.locator('output.live')).toHaveText('Live');
  await expect(page.locator('.cell.up').first()).toBeVisible();
  process.kill(theSite().controlPlaneProcess, 'SIGSTOP');
  try {
    await expect(page.getByText('Stale: the control plane does not answer')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1, name: /what follows is old/ })).toBeVisible();
    await expect(page.getByRole('table', { name: 'VIPs and their backends' }).locator('.cell.up')).toHaveCount(0);
  } finally {
    process.kill(theSite().controlPlaneProcess, 'SIGCONT');
  }
  await expect(page.locator('output.live')).toHaveText('Live');
});
