import type { Locator, Page } from '@playwright/test';
import { call, named } from './api';
import { expect, open, test } from './fixture';

const MOST_PRESSES = 60;

test('the keyboard reaches the content past the navigation, filters a list, and opens a VIP', async ({ page }) => {
  await open(page, '/vips', 'VIPs');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#content')).toBeFocused();
  await write(page, page.getByRole('combobox', { name: 'Filter vips' }), 'web');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'docs', exact: true })).toHaveCount(0);
  await intoRow(page, page.getByRole('radio', { name: 'Choose web' }));
  await pressUntil(page, 'ArrowRight', page.getByRole('link', { name: 'web', exact: true }).and(page.locator(':focus')));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'web' })).toBeVisible();
});

test('the keyboard makes a VIP by the wizard, goes back a step, and deletes it', async ({ page, request }) => {
  const name = `keys-${Date.now()}`;
  await open(page, '/vips', 'VIPs');
  await press(page, page.getByRole('button', { name: 'Create VIP' }));
  await write(page, page.getByRole('textbox', { name: 'Name' }), name);
  await write(page, page.getByRole('textbox', { name: 'Address' }), '10.0.0.130');
  await choose(page, page.getByRole('button', { name: /^Node group/ }), 'lab');
  await next(page, 'Listeners');
  await write(page, page.getByRole('textbox', { name: 'Ports' }), '80');
  await next(page, 'Pool');
  await write(page, page.getByRole('textbox', { name: 'Name' }).last(), `${name}-1`);
  await write(page, page.getByRole('textbox', { name: 'Address' }).last(), '10.0.0.21');
  await next(page, 'Health');
  await press(page, page.getByRole('button', { name: 'Back' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Pool' })).toBeVisible();
  await next(page, 'Health');
  await next(page, 'Review');
  await expect(page.getByRole('row', { name: new RegExp(`VIP ${name}`) })).toBeVisible();
  await press(page, page.getByRole('button', { name: 'Create VIP' }));
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  const dialog = page.getByRole('dialog', { name: `Delete ${name}?` });
  await press(page, page.getByRole('button', { name: `Delete ${name}` }));
  await write(page, dialog.getByLabel('Why'), 'By the keyboard alone');
  await press(page, dialog.getByRole('button', { name: 'Delete', exact: true }));
  await expect(page.getByRole('heading', { level: 1, name: /^VIPs/ })).toBeVisible();
  const pool = await named(request, 'pools', name);
  await call(request, 'DELETE', `pools/${pool.id}`, undefined, { 'If-Match': '*' });
  const monitor = await named(request, 'health-monitors', name);
  await call(request, 'DELETE', `health-monitors/${monitor.id}`, undefined, { 'If-Match': '*' });
});

test('the keyboard chooses a backend, leaves a dialog and is where it was, drains it, and takes it back', async ({ page, request }) => {
  const pool = await named(request, 'pools', 'shop');
  await open(page, `/pools/${pool.id}`, 'shop');
  await intoRow(page, page.getByRole('radio', { name: 'Choose backend2' }));
  await page.keyboard.press('Space');
  const drain = page.getByRole('button', { name: 'Drain', exact: true });
  const dialog = page.getByRole('dialog', { name: 'Drain backend2?' });
  await leavesAndReturns(page, drain, dialog);
  await page.keyboard.press('Enter');
  await write(page, dialog.getByLabel('Why'), 'By the keyboard alone');
  // Enter in a field confirms.
  await page.keyboard.press('Enter');
  const back = page.getByRole('button', { name: 'Stop draining' });
  await expect(back).toBeVisible();
  await press(page, back);
  await expect(drain).toBeVisible();
});

test('the keyboard calls the doctor and reads what he found', async ({ page, request }) => {
  const vip = await named(request, 'vips', 'docs');
  await open(page, `/vips/${vip.id}`, 'docs');
  await press(page, page.getByRole('button', { name: 'Call the doctor' }));
  await press(page, page.getByRole('button', { name: 'Examine', exact: true }));
  await expect(page.getByRole('log', { name: 'Progress' })).toBeVisible();
  await expect(page.getByRole('heading', { name: /Nothing wrong was found|paths? (is|are) broken/ })).toBeVisible();
});

test('the keyboard opens each dialog of a page and is back at its button', async ({ page, request }) => {
  const vip = await named(request, 'vips', 'shop');
  await open(page, `/vips/${vip.id}`, 'shop');
  await leavesAndReturns(page, page.getByRole('button', { name: 'Edit', exact: true }).first(), page.getByRole('dialog', { name: 'Edit shop' }));
  await leavesAndReturns(page, page.getByRole('button', { name: 'Delete shop' }), page.getByRole('dialog', { name: 'Delete shop?' }));
  await open(page, '/pools', 'Pools');
  await leavesAndReturns(page, page.getByRole('button', { name: 'Create pool' }), page.getByRole('dialog', { name: 'Create a pool' }));
});

test('the keyboard rolls a change back', async ({ page, request }) => {
  const vip = await named(request, 'vips', 'shop');
  const { items } = await call<{ items: { number: number }[] }>(request, 'GET', 'revisions?limit=1');
  const before = items[0]?.number ?? 0;
  await call(request, 'PATCH', `vips/${vip.id}`, { newFlowsPerSecond: 3456 }, { 'If-Match': '*' });
  await open(page, `/changes?revision=${before}`, 'Changes');
  const ask = page.getByRole('dialog', { name: `Roll back to r ${before}?` });
  await leavesAndReturns(page, page.getByRole('button', { name: `Roll back to r ${before}` }), ask);
  await page.keyboard.press('Enter');
  await expect(ask.getByRole('row', { name: /newFlowsPerSecond/ })).toBeVisible();
  await press(page, ask.getByRole('button', { name: 'Roll back', exact: true }));
  await expect(ask).toBeHidden();
  expect((await call<{ newFlowsPerSecond: number }>(request, 'GET', `vips/${vip.id}`)).newFlowsPerSecond).not.toBe(3456);
});

/** Opens a dialog, leaves it by Escape, and the keyboard stands where it stood. */
async function leavesAndReturns(page: Page, button: Locator, dialog: Locator) {
  await press(page, button);
  await expect(dialog).toBeVisible();
  await expect(dialog.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
}

async function next(page: Page, heading: string) {
  await press(page, page.getByRole('button', { name: 'Next' }));
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
}

async function press(page: Page, button: Locator) {
  await tabTo(page, button);
  await page.keyboard.press('Enter');
}

async function write(page: Page, field: Locator, text: string) {
  await tabTo(page, field);
  await page.keyboard.type(text);
}

async function choose(page: Page, list: Locator, option: string) {
  await press(page, list);
  await expect(page.getByRole('option', { name: option })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(list).toContainText(option);
}

/** A table is one stop of Tab; within it arrows lead from row to row. */
async function intoRow(page: Page, wanted: Locator) {
  const grid = page.getByRole('grid').filter({ has: wanted });
  await pressUntil(page, 'Tab', grid.locator(':focus'));
  await pressUntil(page, 'ArrowDown', wanted.and(page.locator(':focus')));
}

async function tabTo(page: Page, wanted: Locator) {
  await expect(wanted).toBeVisible();
  await pressUntil(page, 'Tab', wanted.and(page.locator(':focus')));
}

/** Presses a key until the focus is there. */
async function pressUntil(page: Page, key: string, there: Locator) {
  for (let presses = 0; presses < MOST_PRESSES; presses++) {
    // One press after the other.
    // oxlint-disable-next-line no-await-in-loop
    if ((await there.count()) > 0) return;
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.press(key);
  }
  throw new Error(`${MOST_PRESSES} presses of ${key} do not reach ${there}`);
}
