import { named } from './api';
import { expect, open, test } from './fixture';
import { onHost } from './site';

const VIP = '10.0.0.100/32';

test('a backend that lost its VIP is named with its evidence, and the command that mends it does', async ({ page, request, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const vip = await named(request, 'vips', 'web');
  await open(page, `/vips/${vip.id}`, 'web');
  await page.getByRole('button', { name: 'Call the doctor' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Backend doctor' })).toBeVisible();
  // A host that forwards would send the packet on, and be named for that.
  onHost('backend3', 'sysctl', '-qw', 'net.ipv4.ip_forward=0');
  onHost('backend3', 'ip', 'address', 'del', VIP, 'dev', 'lo');
  try {
    await page.getByRole('button', { name: 'Examine', exact: true }).click();
    // Each step is told while it is done; the verdict comes at the end.
    await expect(page.getByRole('log', { name: 'Progress' })).toContainText('backend3 through web');
    await expect(page.getByRole('heading', { name: '1 of 3 paths are broken' })).toBeVisible();
    const fault = page.getByRole('region', { name: 'VIP_NOT_ON_LOOPBACK on backend3', exact: true });
    await expect(fault).toContainText('does not hold 10.0.0.100');
    await expect(page.getByRole('region', { name: /^[A-Z_]+ on / })).toHaveCount(1);
    const questions = page.getByRole('table', { name: 'Questions to backend3 through web' });
    await expect(questions.getByRole('row').nth(1)).toContainText('not as a sound one');
    await expect(questions.locator('.frames').first()).toContainText('10.0.0.100');

    await fault.getByRole('button', { name: /^Copy the command that mends/ }).click();
    const command = await page.evaluate(() => navigator.clipboard.readText());
    expect(command).toContain('ip addr add 10.0.0.100/32 dev lo');
    onHost('backend3', 'sh', '-c', command);
  } finally {
    onHost('backend3', 'ip', 'address', 'replace', VIP, 'dev', 'lo');
  }
  await page.getByRole('button', { name: 'Examine', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Nothing wrong was found' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Earlier diagnoses' })).toContainText('1 of 3 paths are broken');
});
