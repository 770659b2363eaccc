import type { Page } from '@playwright/test';
import { call, named } from './api';
import { expect, open, test } from './fixture';
import { PLACES } from './places';

test.use({ storageState: { cookies: [], origins: [] } });

const CHOSEN = 'a viewer may look at everything';

test('a viewer sees every place, and each action that is closed says why', async ({ page, request }) => {
  const user = await call<{ id: string; password: string }>(request, 'POST', 'users', { name: `viewer-${Date.now()}` });
  await call(request, 'POST', 'role-bindings', { userId: user.id, role: 'VIEWER' });
  const { name } = await call<{ name: string }>(request, 'GET', `users/${user.id}`);
  await signIn(page, name, user.password);

  for (const place of PLACES.filter((each) => each.name !== 'create-vip')) {
    // One page at a time: they share one window.
    // oxlint-disable-next-line no-await-in-loop
    await open(page, await place.path(request), place.heading);
  }
  const vip = await named(request, 'vips', 'web');
  await explains(page, '/vips', 'VIPs', 'Create VIP', 'editor');
  await explains(page, `/vips/${vip.id}`, 'web', 'Edit', 'editor');
  await explains(page, `/vips/${vip.id}`, 'web', 'Delete web', 'editor');
  await explains(page, `/doctor?of=vips/${vip.id}`, 'Backend doctor', 'Examine', 'operator');
  await explains(page, `/what-if?vip=${vip.id}`, 'What if', 'Foretell', 'operator');
  await explains(page, '/captures', 'Captures', 'Start a capture', 'operator');
  await explains(page, '/captures', 'Captures', 'Read a recorder', 'operator');
  await explains(page, '/changes?revision=1', 'Changes', 'Roll back to r 1', 'editor');
  await page.goto('/vips/create');
  await expect(page.getByText('This needs the role editor; yours is viewer.')).toBeVisible();
  await open(page, '/admin', 'Administration');
  await expect(page.getByText('This needs the role admin; yours is viewer.')).toBeVisible();
});

async function signIn(page: Page, name: string, first: string) {
  await open(page, '/', 'Sign in to Carom');
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password').fill(first);
  await page.keyboard.press('Enter');
  await page.getByLabel('Password until now').fill(first);
  await page.getByLabel('New password').fill(CHOSEN);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
}

/** The button is there, does nothing, and tells who focuses it which role it needs. */
async function explains(page: Page, path: string, heading: string, button: string, role: string) {
  await open(page, path, heading);
  const closed = page.getByRole('button', { name: button, exact: true }).first();
  await expect(closed).toHaveAttribute('aria-disabled', 'true');
  await closed.focus();
  await expect(page.getByText(`This needs the role ${role}; yours is viewer.`).first()).toBeAttached();
}
