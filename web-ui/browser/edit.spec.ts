import { change, named } from './api';
import { expect, open, test } from './fixture';

test('when two edit the same VIP both versions are shown, and the chosen one is saved', async ({ page, request, complaints }) => {
  complaints.expect(/status of 412/);
  const vip = await named(request, 'vips', 'shop');
  await open(page, `/vips/${vip.id}`, 'shop');
  await page.getByRole('button', { name: 'Edit', exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Edit shop' });
  await dialog.getByLabel('Most new flows a second').fill('5000');

  await change(request, `vips/${vip.id}`, { newFlowsPerSecond: 7000 });
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog.getByText('Somebody else changed it first')).toBeVisible();
  const both = dialog.getByRole('row', { name: /Most new flows a second/ });
  await expect(both).toContainText('7000');
  await expect(both).toContainText('5000');

  await dialog.getByRole('button', { name: 'Save yours over theirs' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('tab', { name: 'Setup' }).click();
  await expect(page.getByText('5000')).toBeVisible();
  await change(request, `vips/${vip.id}`, { newFlowsPerSecond: 0 });
});

test('what the control plane refuses stands at the field, and nothing was changed', async ({ page, request, complaints }) => {
  complaints.expect(/status of 4(00|22)/);
  const vip = await named(request, 'vips', 'shop');
  await open(page, `/vips/${vip.id}`, 'shop');
  await page.getByRole('button', { name: 'Edit', exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Edit shop' });
  await dialog.getByLabel('Address').fill('no address');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog.getByText('Nothing was changed')).toBeVisible();
  await expect(dialog.getByLabel('Address')).toHaveAttribute('aria-invalid', 'true');
});

test('a drain says what it does first, and its flows go', async ({ page, request }) => {
  const pool = await named(request, 'pools', 'web');
  await open(page, `/pools/${pool.id}`, 'web');
  await page.getByRole('radio', { name: 'Choose backend3' }).click();
  await page.getByRole('button', { name: 'Drain', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Drain backend3?' });
  await expect(dialog).toContainText('50 % of the new flows go to the other 2 backends');
  await dialog.getByRole('button', { name: 'Drain', exact: true }).click();
  const row = page.getByRole('row', { name: /backend3/ });
  await expect(row).toContainText('draining');
  await page.getByRole('button', { name: 'Stop draining' }).click();
  await expect(row).not.toContainText('draining');
});
