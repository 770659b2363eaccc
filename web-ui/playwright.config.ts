import { defineConfig } from '@playwright/test';

/** Debian's Chromium, one page at a time: the site behind it is one and real. */
export default defineConfig({
  testDir: 'browser',
  outputDir: 'target/browser',
  globalSetup: './browser/site.ts',
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['junit', { outputFile: 'target/reports/TEST-browser.xml' }]],
  use: {
    trace: 'off',
    screenshot: 'only-on-failure',
    viewport: { width: 1440, height: 1000 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: process.env['CAROM_CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'console', testMatch: '**/*.spec.ts' },
    { name: 'quick', testMatch: '**/*.spec.ts', grep: /@quick/ },
    { name: 'screenshots', testMatch: '**/screenshots.ts' },
  ],
});
