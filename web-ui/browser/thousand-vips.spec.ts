import type { Page } from '@playwright/test';
import { call } from './api';
import { expect, open, test } from './fixture';

const VIPS = 1000;
const LONGEST_TASK_MS = 50;
const MOST_NODES = 6000;

test('1,000 VIPs scroll without a long task and with bounded nodes', async ({ browser, page, request }) => {
  test.setTimeout(180_000);
  const labels = { 'carom.dev/owner': 'scale' };
  const vips = Array.from({ length: VIPS }, (_, i) => ({ name: `scale-${i}`, nodeGroup: 'scale', address: `10.77.${4 + (i >> 8)}.${i & 255}`, labels }));
  const networks = [{ name: 'lan', interfaceSelector: 'eth0', subnets: ['10.77.0.0/16'] }];
  const document = { apiVersion: 'carom.dev/v1', nodeGroups: [{ name: 'scale', networks, labels }], vips };
  await call(request, 'PUT', 'config', document, { 'If-Match': '*' });

  await open(page, '/vips', 'VIPs');
  await expect(page.getByText(/\(1,?0\d\d\)/)).toBeVisible();
  await browser.startTracing(page, { categories: ['devtools.timeline'] });
  const nodes = await scrolled(page);
  const longest = longestScript(await browser.stopTracing());
  test.info().annotations.push({ type: 'measured', description: JSON.stringify({ longest, nodes }) });
  expect(nodes).toBeLessThan(MOST_NODES);
  expect(longest).toBeGreaterThan(0);
  expect(longest).toBeLessThan(LONGEST_TASK_MS);
});

test.afterAll('they are taken away again', async ({ request }) => {
  const nothing = { apiVersion: 'carom.dev/v1' };
  const { removalToken } = await call<{ removalToken?: string }>(request, 'POST', 'config/plan?owner=scale', nothing);
  const query = new URLSearchParams({ owner: 'scale', ...(removalToken && { removalToken }) });
  await call(request, 'PUT', `config?${query.toString()}`, nothing, { 'If-Match': '*' });
});

/** Scrolls down and up again; how many elements the page has then. */
async function scrolled(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let y = 0; y < 4000; y += 80) {
      window.scrollTo(0, y < 2000 ? y : 4000 - y);
      // oxlint-disable-next-line no-await-in-loop
      await frame();
    }
    return document.getElementsByTagName('*').length;
  });
}

interface TraceEvent {
  readonly name: string;
  /** Microseconds of the thread's own CPU: a machine that is busy with something else does not lengthen it. */
  readonly tdur?: number;
}

/** Milliseconds of the longest script call. */
function longestScript(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const scripts = traceEvents.filter((event) => event.name === 'FunctionCall');
  return Math.max(0, ...scripts.map((event) => (event.tdur ?? 0) / 1000));
}
