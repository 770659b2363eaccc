import { named } from './api';
import { expect, open, test } from './fixture';
import { onHost, theSite } from './site';

const VIP = '10.0.0.100';

test('the packet path of a flow just seen has the MAC addresses of the hosts it passed', async ({ page, request }) => {
  const { lb1, router } = theSite().hosts;
  const vip = await named(request, 'vips', 'web');
  await open(page, `/vips/${vip.id}?tab=path`, 'web');
  await expect(page.getByRole('img', { name: /^Packet path of / })).toBeVisible();
  const steps = page.getByRole('table', { name: 'Steps of the packet path' });
  await expect(steps.getByRole('row', { name: /client to lb1/ })).toContainText(`${router?.mac}${lb1?.mac}`);
  const second = steps.getByRole('row', { name: /^2\. lb1 to backend/ });
  const backend = /lb1 to (backend\d)/.exec(await second.innerText())?.[1] ?? '';
  await expect(second).toContainText(`${lb1?.mac}${theSite().hosts[backend]?.mac}`);
  await expect(steps.getByRole('row', { name: /straight to the client/ })).toContainText('inferred');
  expect(await page.locator('svg.path .way').evaluateAll(labelsWiderThanTheirPlace)).toEqual([]);
});

test('a flow goes where the explainer said before it came', async ({ page }) => {
  await open(page, '/explain', 'Flow explainer');
  const client = onHost('client', 'ip', '-4', '-o', 'addr', 'show', 'scope', 'global').match(/inet ([\d.]+)/)?.[1] ?? '';
  for (const port of [42_301, 42_302, 42_303, 42_304]) {
    // One flow after the other.
    // oxlint-disable no-await-in-loop
    await page.getByLabel('Client').fill(`${client}:${port}`);
    await page.getByLabel('Service').fill(`${VIP}:80`);
    await page.getByRole('button', { name: 'Explain', exact: true }).click();
    await expect(page.getByRole('list', { name: 'Why' })).toContainText('its hash decides');
    const said = await page.getByRole('heading', { name: /^It goes to / }).innerText();
    const went = onHost('client', 'curl', '-s', '--max-time', '3', '--local-port', String(port), `http://${VIP}/`).trim();
    expect(said).toBe(`It goes to ${went}`);
    await page.reload();
    // oxlint-enable no-await-in-loop
  }
  await page.getByLabel('Client').fill(`${client}:42301`);
  await page.getByLabel('Service').fill(`${VIP}:9`);
  await page.getByRole('button', { name: 'Explain', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'It goes nowhere' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Why' })).toContainText('No listener of the VIP');
});

/** Runs in the page. A place's ends are round: as much is left free on the right as on the left. */
function labelsWiderThanTheirPlace(ways: Element[]): string[] {
  return ways.flatMap((way) => {
    const place = way.querySelector('rect')?.getBBox().width ?? 0;
    return [...way.querySelectorAll('text')].filter((text) => text.getBBox().width + 2 * text.getBBox().x > place).map((text) => text.textContent);
  });
}
