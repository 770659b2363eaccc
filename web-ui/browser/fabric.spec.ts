import { call, named } from './api';
import { expect, open, test } from './fixture';
import { onHost, theSite } from './site';

test('the topology shows real addresses, and who owns each VIP', async ({ page }) => {
  const { lb1, backend1 } = theSite().hosts;
  await open(page, '/topology', 'Topology');
  await expect(page.getByRole('img', { name: /^lab: VIPs and the nodes that own them/ })).toBeVisible();
  await expect(page.getByRole('table', { name: 'VIPs of lab' }).getByRole('row', { name: /^web/ })).toContainText('lb1');
  await expect(page.getByRole('table', { name: 'Nodes of lab' }).getByRole('row', { name: /^lb1/ })).toContainText(lb1?.mac ?? '-');
  await expect(page.getByRole('table', { name: 'Backends of lab' }).getByRole('row', { name: /^backend1/ }).first()).toContainText(backend1?.mac ?? '-');
});

test('a node hands its VIPs over, clients are answered on, and it takes them back', async ({ page, request }) => {
  await open(page, '/nodes', 'Nodes');
  await handOver('lb1', 'lb2');
  await expect(() => expect(onHost('client', 'curl', '-s', '--max-time', '3', 'http://10.0.0.100/')).toContain('backend')).toPass({ timeout: 30_000 });
  await handOver('lb2', 'lb1');
  const group = await named(request, 'node-groups', 'lab');
  const routers = await call<{ virtualRouters: { priorityByNode: Record<string, number> }[] }>(request, 'GET', `node-groups/${group.id}`);
  const lb1 = await named(request, 'nodes', 'lb1');
  const priorities = routers.virtualRouters[0]?.priorityByNode ?? {};
  expect(Math.max(...Object.values(priorities))).toBe(priorities[lb1.id]);

  async function handOver(from: string, to: string) {
    await page.getByRole('radio', { name: `Choose ${from}` }).click();
    await page.getByRole('button', { name: `Hand the VIPs of ${from} over` }).click();
    const dialog = page.getByRole('dialog', { name: `Hand the VIPs of ${from} over?` });
    await dialog.getByRole('button', { name: 'Hand over', exact: true }).click();
    await expect(dialog.getByText(`VRID 1 belongs to ${to} now.`)).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toBeHidden();
  }
});

test('a node fetches its state anew when told', async ({ page }) => {
  await open(page, '/nodes', 'Nodes');
  await page.getByRole('radio', { name: 'Choose lb1' }).click();
  await page.getByRole('button', { name: 'Resync lb1' }).click();
  const dialog = page.getByRole('dialog', { name: 'Resync lb1?' });
  await dialog.getByRole('button', { name: 'Resync', exact: true }).click();
  await expect(dialog.getByText(/^The node says: revision \d+ of epoch 1 was fetched\.$/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
});

test('a node tells what it did with packets, and counts on', async ({ page }) => {
  await open(page, '/nodes', 'Nodes');
  await page.getByRole('radio', { name: 'Choose lb1' }).click();
  const counted = page.getByRole('table', { name: 'Packets of lb1 by reason' }).getByRole('row', { name: /FORWARDED_NEW_FLOW/ });
  await expect(counted).toBeVisible();
  const packets = async () => Number((await counted.innerText()).replaceAll(/\D/g, ''));
  const before = await packets();
  onHost('client', 'curl', '-s', '--max-time', '3', 'http://10.0.0.100/');
  await expect.poll(packets, { timeout: 30_000 }).toBeGreaterThan(before);
});

test('a node gets a new token, shown once', async ({ page, request }) => {
  const group = await named(request, 'node-groups', 'lab');
  const name = `spare-${Date.now()}`;
  const spare = await call<{ id: string }>(request, 'POST', 'nodes', { name, nodeGroupId: group.id, addresses: ['10.0.0.99'] });
  await open(page, '/nodes', 'Nodes');
  await page.getByRole('radio', { name: `Choose ${name}` }).click();
  await page.getByRole('button', { name: `Make a new token for ${name}` }).click();
  await page.getByRole('dialog', { name: `Make a new token for ${name}?` }).getByRole('button', { name: 'Make it' }).click();
  await expect(page.getByText(`The token of ${name}, shown this once`)).toBeVisible();
  await expect(page.getByText(/^carom_node_/)).toBeVisible();
  await page.getByRole('button', { name: 'Forget the token' }).click();
  await expect(page.getByText(/^carom_node_/)).toBeHidden();
  await call(request, 'DELETE', `nodes/${spare.id}`, undefined, { 'If-Match': '*' });
});
