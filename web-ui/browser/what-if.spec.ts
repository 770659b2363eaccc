import type { APIRequestContext } from '@playwright/test';
import { call, change, named } from './api';
import { axeViolations, expect, open, test } from './fixture';
import { onHost } from './site';

const VIP = '10.0.0.100';
const PORT = 42_401;

interface Chosen {
  readonly chosen?: { readonly backendId: string; readonly name: string };
}

test('a drain goes as it was foretold: what is there stays, and a new flow goes where it was said', async ({ page, request }) => {
  const client = onHost('client', 'ip', '-4', '-o', 'addr', 'show', 'scope', 'global').match(/inet ([\d.]+)/)?.[1] ?? '';
  const vip = await named(request, 'vips', 'web');
  const explained = () => explain(request, client);
  const { backendId, name } = (await explained()) ?? { backendId: '', name: '' };

  await open(page, `/what-if?vip=${vip.id}`, 'What if');
  await expect(page.getByRole('button', { name: 'Foretell' })).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('button', { name: `State of ${name} then` }).click();
  await page.getByRole('option', { name: 'draining' }).click();
  await page.getByLabel('Client').fill(`${client}:${PORT}`);
  await page.getByLabel('Service').fill(`${VIP}:80`);
  await page.getByRole('button', { name: 'Foretell' }).click();

  await expect(page.getByRole('heading', { name: /^All \d+ remembered flows stay$/ })).toBeVisible();
  const share = page.getByRole('table', { name: 'Flows by backend, now and then' }).getByRole('row', { name: new RegExp(name) });
  await expect(share.getByRole('cell').last()).toHaveText('0 (0.0 %)');
  const flow = page.getByRole('table', { name: 'The flow now and then' });
  await expect(flow.getByRole('row', { name: /^Now/ })).toContainText(name);
  const then = await flow.getByRole('row', { name: /^Then/ }).innerText();
  expect(then).not.toContain(name);
  const said = /backend\d/.exec(then)?.[0];
  expect(await axeViolations(page)).toEqual([]);

  await change(request, `backends/${backendId}`, { adminState: 'DRAINING' });
  try {
    await expect.poll(async () => (await explained())?.name, { timeout: 30_000 }).toBe(said);
  } finally {
    await change(request, `backends/${backendId}`, { adminState: 'ENABLED' });
  }
  await expect.poll(async () => (await explained())?.name, { timeout: 30_000 }).toBe(name);
});

test('one backend more takes its share of new flows', async ({ page, request }) => {
  const vip = await named(request, 'vips', 'web');
  await open(page, `/what-if?vip=${vip.id}`, 'What if');
  await page.getByRole('button', { name: /^Pool/ }).click();
  await page.getByRole('option', { name: 'web' }).click();
  await page.getByRole('textbox', { name: 'Address' }).fill('10.0.0.77');
  await page.getByRole('spinbutton', { name: 'Weight', exact: true }).fill('6');
  await page.getByRole('button', { name: 'Foretell' }).click();
  const shares = page.getByRole('table', { name: 'Flows by backend, now and then' });
  const added = shares.getByRole('row', { name: /^10\.0\.0\.77/ });
  await expect(added.getByRole('cell').last()).toHaveText(/^[1-9]\d* \(/);
});

async function explain(request: APIRequestContext, source: string): Promise<Chosen['chosen']> {
  const flow = { source, sourcePort: PORT, destination: VIP, destinationPort: 80, protocol: 'TCP' };
  return (await call<Chosen>(request, 'POST', 'explain', flow)).chosen;
}
