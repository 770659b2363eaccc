import { named } from './api';
import { expect, open, test } from './fixture';

test('a backend has its setup script in every format of its system, and the one that takes it away', async ({ page, request, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const backend = await named(request, 'backends', 'backend3');
  await open(page, '/backends', 'Backends');
  await page.getByRole('link', { name: 'backend3', exact: true }).first().click();
  await expect(page).toHaveURL(new RegExp(`/backends/`));
  await open(page, `/backends/${backend.id}`, 'backend3');
  const script = page.getByRole('region', { name: 'the script for backend3', exact: true });
  await expect(script).toContainText('arp_ignore');
  await page.getByRole('button', { name: 'Copy the script for backend3' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await script.locator('pre').textContent());

  for (const [format, mark] of [
    ['Ansible', 'become: true'],
    ['systemd-networkd', 'networkctl reload'],
    ['Netplan', 'netplan apply'],
    ['cloud-init', '#cloud-config'],
  ] as const) {
    // One choice after the other.
    // oxlint-disable-next-line no-await-in-loop
    await page.getByRole('button', { name: /^Format/ }).click();
    // oxlint-disable-next-line no-await-in-loop
    await page.getByRole('option', { name: format }).click();
    // oxlint-disable-next-line no-await-in-loop
    await expect(script).toContainText(mark);
  }
  await page.getByRole('checkbox', { name: 'Take it away again' }).check();
  await expect(page.getByRole('region', { name: 'the undoing script for backend3' })).toBeVisible();
});
