import type { APIRequestContext, Page } from '@playwright/test';
import { call, named } from './api';
import { expect, open, test } from './fixture';
import { PLACES } from './places';

test.use({ storageState: { cookies: [], origins: [] } });

const CHOSEN = 'a viewer may look at everything';

test('what a viewer may not do says which role it needs, and does not fail', { tag: '@quick' }, async ({ page, request }) => {
  await signInAs(page, request, 'VIEWER');
  const vip = await named(request, 'vips', 'web');
  await explains(page, '/vips', 'VIPs', ['Create VIP'], 'editor');
  await explains(page, `/vips/${vip.id}`, 'web', ['Edit', 'Delete web'], 'editor');
  await page.goto('/vips/create');
  await expect(page.getByText('This needs the role editor; yours is viewer.')).toBeVisible();
  await open(page, '/admin', 'Administration');
  await expect(page.getByText('This needs the role admin; yours is viewer.')).toBeVisible();
});

test('a viewer sees every place, and each of its closed actions says why', async ({ page, request }) => {
  test.setTimeout(180_000);
  await signInAs(page, request, 'VIEWER');
  for (const place of PLACES.filter((each) => each.name !== 'create-vip')) {
    // One page at a time: they share one window.
    // oxlint-disable-next-line no-await-in-loop
    await open(page, await place.path(request), place.heading);
  }
  const of = async (collection: string, name: string) => `/${collection}/${(await named(request, collection, name)).id}`;
  const vip = await of('vips', 'web');
  await explains(page, vip, 'web', ['Call the doctor'], 'operator');
  await explains(page, `${vip}?tab=setup`, 'web', ['Add listener'], 'editor');
  await explains(page, await of('pools', 'web'), 'web', ['Edit', 'Add backend', 'Delete web'], 'editor');
  await explains(page, '/pools', 'Pools', ['Create pool'], 'editor');
  await explains(page, await of('backends', 'backend1'), 'backend1', ['Drain'], 'operator');
  await explains(page, '/nodes', 'Nodes', ['Create node'], 'admin');
  await page.getByRole('radio', { name: 'Choose lb1' }).click();
  await closed(page, 'Hand the VIPs of lb1 over', 'operator');
  await explains(page, `/doctor?of=${vip.slice(1)}`, 'Backend doctor', ['Examine'], 'operator');
  await explains(page, `/what-if?vip=${vip.split('/').at(-1)}`, 'What if', ['Foretell'], 'operator');
  await explains(page, '/explain', 'Flow explainer', ['Explain'], 'operator');
  await explains(page, '/captures', 'Captures', ['Start a capture', 'Read a recorder'], 'operator');
  await explains(page, '/changes?revision=1', 'Changes', ['Roll back to r 1'], 'editor');
  await explains(page, '/import', 'Import', ['Read it'], 'editor');
});

test('an operator drains, and is told that an edit is for editors', async ({ page, request }) => {
  await signInAs(page, request, 'OPERATOR');
  const pool = await named(request, 'pools', 'shop');
  await open(page, `/pools/${pool.id}`, 'shop');
  await page.getByRole('radio', { name: 'Choose backend1' }).click();
  await page.getByRole('button', { name: 'Drain', exact: true }).click();
  await page.getByRole('dialog', { name: 'Drain backend1?' }).getByRole('button', { name: 'Drain', exact: true }).click();
  await page.getByRole('button', { name: 'Stop draining' }).click();
  await expect(page.getByRole('button', { name: 'Drain', exact: true })).toBeVisible();
  await closed(page, 'Edit', 'editor', 'operator');
});

async function signInAs(page: Page, request: APIRequestContext, role: string) {
  const user = await call<{ id: string; password: string }>(request, 'POST', 'users', { name: `${role.toLowerCase()}-${Date.now()}` });
  await call(request, 'POST', 'role-bindings', { userId: user.id, role });
  const { name } = await call<{ name: string }>(request, 'GET', `users/${user.id}`);
  await signIn(page, name, user.password);
}

async function signIn(page: Page, name: string, first: string) {
  await open(page, '/', 'Sign in to Carom');
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password').fill(first);
  await page.keyboard.press('Enter');
  await page.getByLabel('Password until now').fill(first);
  await page.getByLabel('New password').fill(CHOSEN);
  await page.keyboard.press('Enter');
  await expect(page.locator('output.live')).toHaveText('Live');
}

/** The buttons are there, do nothing, and tell who focuses them which role they need. */
async function explains(page: Page, path: string, heading: string, buttons: string[], role: string) {
  await open(page, path, heading);
  for (const button of buttons) {
    // The focus is in one place at a time.
    // oxlint-disable-next-line no-await-in-loop
    await closed(page, button, role);
  }
}

async function closed(page: Page, name: string, role: string, own = 'viewer') {
  const button = page.getByRole('button', { name, exact: true }).first();
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await button.focus();
  await expect(page.getByText(`This needs the role ${role}; yours is ${own}.`).first()).toBeAttached();
}
