import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const controlPlane = process.env['CAROM_CONTROL_PLANE'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  // No asset as a data: URL: the content security policy allows none for fonts and styles.
  build: { chunkSizeWarningLimit: 1500, outDir: 'target/dist', emptyOutDir: true, assetsInlineLimit: 0, target: 'es2023', sourcemap: false },
  server: { proxy: { '/api': controlPlane } },
  test: {
    // A test that needs a document says so in its first line.
    environment: 'node',
    // A busy machine is slow, and not wrong.
    testTimeout: 60_000,
    globals: true,
    css: false,
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/test-setup.ts'],
    server: { deps: { inline: [/@cloudscape-design/] } },
    reporters: ['default', ['junit', { outputFile: 'target/reports/TEST-vitest.xml' }]],
  },
});
