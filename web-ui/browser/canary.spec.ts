import { call, change, named } from './api';
import { expect, open, test } from './fixture';

test('a roll back is tried by one node first, and given to all by hand', async ({ page, request }) => {
  test.setTimeout(120_000);
  const vip = await named(request, 'vips', 'shop');
  const { items } = await call<{ items: { number: number }[] }>(request, 'GET', 'revisions?limit=1');
  const before = items[0]?.number ?? 0;
  await change(request, `vips/${vip.id}`, { newFlowsPerSecond: 2345 });
  await open(page, `/changes?revision=${before}`, 'Changes');
  await page.getByRole('button', { name: `Roll back to r ${before}` }).click();
  const ask = page.getByRole('dialog', { name: `Roll back to r ${before}?` });
  await ask.getByRole('button', { name: /^Who tries it first/ }).click();
  await page.getByRole('option', { name: 'lb2' }).click();
  await ask.getByRole('button', { name: 'Roll back', exact: true }).click();
  await expect(ask).toBeHidden();
  await expect(page.getByText(/Tried by lb2, (who must|until)/)).toBeVisible();
  await expect(page.getByText('The nodes that try it have it, and are watched')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Give it to all now' }).click();
  await expect(page.getByText('It was tried first, and passed')).toBeVisible();
  expect((await call<{ newFlowsPerSecond: number }>(request, 'GET', `vips/${vip.id}`)).newFlowsPerSecond).not.toBe(2345);
});
