import { expect, open, test } from './fixture';

test('a webhook is made with its secret shown once, tested, and its delivery is told as it went', async ({ page }) => {
  await open(page, '/admin', 'Administration');
  await page.getByRole('button', { name: 'Make a webhook' }).click();
  const dialog = page.getByRole('dialog', { name: 'Make a webhook' });
  await dialog.getByLabel('Name').fill('on-call');
  // Its own host: the control plane never posts there, and says so.
  await dialog.getByLabel('Address').fill('http://127.0.0.1:9/');
  await dialog.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page.getByText('The secret of on-call, shown this once')).toBeVisible();
  await page.getByRole('radio', { name: 'Choose on-call' }).click();
  await page.getByRole('button', { name: 'Send a test' }).click();
  const delivery = page.getByRole('table', { name: 'Deliveries to on-call' }).getByRole('row', { name: /webhook\.test/ });
  await expect(delivery).toContainText('dead');
  await page.getByRole('button', { name: 'Delete on-call' }).click();
  await page.getByRole('dialog', { name: 'Delete on-call?' }).getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Webhooks' })).not.toContainText('on-call');
});
