import { call, named } from './api';
import { expect, open, test } from './fixture';

test('a change stands with its reason, any two revisions are compared, and it is rolled back', async ({ page, request }) => {
  const vip = await named(request, 'vips', 'shop');
  const limit = async () => (await call<{ newFlowsPerSecond: number }>(request, 'GET', `vips/${vip.id}`)).newFlowsPerSecond;
  const newest = async () => (await call<{ items: { number: number }[] }>(request, 'GET', 'revisions?limit=1')).items[0]?.number ?? 0;
  const before = await newest();
  const [was, wanted] = [await limit(), 4321];
  await open(page, `/vips/${vip.id}`, 'shop');
  await page.getByRole('button', { name: 'Edit', exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Edit shop' });
  await dialog.getByLabel('Most new flows a second').fill(String(wanted));
  await dialog.getByLabel('Why').fill('Für den Umzug: 100 %');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog).toBeHidden();
  expect(await limit()).toBe(wanted);

  await open(page, '/changes', 'Changes');
  const row = page.getByRole('row', { name: /Für den Umzug: 100 %/ });
  await row.getByRole('link').click();
  const property = page.getByRole('row', { name: /newFlowsPerSecond/ });
  await expect(property).toContainText(String(wanted));
  const rollout = page.getByRole('table', { name: /^Rollout of r / });
  for (const node of ['lb1', 'lb2']) {
    // One node after the other.
    // oxlint-disable-next-line no-await-in-loop
    await expect(rollout.getByRole('row', { name: new RegExp(`^${node}`) })).toContainText(/verified: read back.*\d\d:\d\d:\d\d CES?T$/);
  }

  await open(page, `/changes?revision=${before}&since=${await newest()}`, 'Changes');
  await expect(page.getByRole('row', { name: /newFlowsPerSecond/ })).toContainText(`${wanted}`);
  await page.getByRole('button', { name: `Roll back to r ${before}` }).click();
  const ask = page.getByRole('dialog', { name: `Roll back to r ${before}?` });
  await expect(ask.getByRole('row', { name: /newFlowsPerSecond/ })).toContainText(`${wanted}${was}`);
  await ask.getByLabel('Why').fill('It was too much');
  await ask.getByRole('button', { name: 'Roll back', exact: true }).click();
  await expect(ask).toBeHidden();
  expect(await limit()).toBe(was);
  await expect(page.getByRole('row', { name: /It was too much/ })).toBeVisible();
});
