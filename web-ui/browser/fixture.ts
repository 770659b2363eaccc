import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type APIRequestContext, test as base, type ConsoleMessage, expect, type Page } from '@playwright/test';
import type { Place } from './places';
import { SESSION_FILE } from './signIn';
import { type Site, theSite } from './site';

/** What the page complained of, and what a test expects it to. */
class Complaints {
  readonly heard: string[] = [];
  private readonly expected: RegExp[] = [];

  /** A refusal that the test provokes: the browser itself reports each in the console. */
  expect(complaint: RegExp) {
    this.expected.push(complaint);
  }

  hear(complaint: string) {
    if (!this.expected.some((each) => each.test(complaint))) this.heard.push(complaint);
  }
}

interface Fixtures {
  site: Site;
  complaints: Complaints;
}

/** Fails every test in which the page logs an error, throws one, or breaks the content security policy. */
export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures off the pattern
  site: async ({}, use) => use(theSite()),
  // Signed in as the administrator; a test that signs in itself takes its own.
  storageState: SESSION_FILE,
  baseURL: async ({ site }, use) => use(site.address),
  complaints: [
    async ({ page }, use) => {
      const complaints = new Complaints();
      listen(page, complaints);
      await use(complaints);
      expect(complaints.heard, 'console errors, page errors and policy violations').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

function listen(page: Page, complaints: Complaints) {
  page.on('pageerror', (error) => complaints.hear(`page error: ${error.message}`));
  page.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'error') complaints.hear(`${message.text()} (${message.location().url})`);
  });
}

export const MODES = ['light', 'dark'] as const;
export type Mode = (typeof MODES)[number];

/** Opens a place in a mode, and waits for its heading. */
export async function open(page: Page, path: string, heading: string | RegExp, mode: Mode = 'light') {
  await page.emulateMedia({ colorScheme: mode, reducedMotion: 'reduce' });
  await page.goto(path);
  // Beside a list's name may stand how long it is.
  const name = typeof heading === 'string' ? new RegExp(`^${heading}( \\(\\d+\\))?$`) : heading;
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText(/^Reading /)).toHaveCount(0);
}

export async function openPlace(page: Page, request: APIRequestContext, place: Place, mode: Mode = 'light') {
  await open(page, await place.path(request), place.heading, mode);
  await place.ask?.(page);
  if (place.picture) await expect(page.getByRole('img', { name: place.picture })).toBeVisible();
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds wrong with the page as it stands, one line a finding. Evaluated past the page's own policy. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    interface Finding {
      id: string;
      help: string;
      nodes: { html: string; failureSummary?: string }[];
    }
    const axe = (globalThis as unknown as { axe: { run(): Promise<{ violations: Finding[] }> } }).axe;
    const { violations } = await axe.run();
    return violations.map((each) => `${each.id}: ${each.help}: ${each.nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`);
  });
}
