import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// The browser suite: real pages, real Chromium. The files share one browser, and each has profiles of its own in it.
export default defineConfig({
  resolve: { conditions: ['source', 'import', 'module', 'browser', 'default'] },
  ssr: { resolve: { conditions: ['source', 'node'] } },
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    globalSetup: [fileURLToPath(new URL('../support/shared-browser.ts', import.meta.url))],
    // Only what fails takes so long. Some machines that run this are four times as slow as others.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 30_000 } },
    maxWorkers: 2,
    // The files of a worker share its modules: loading the whole service anew for each took a quarter of the time.
    isolate: false,
  },
});
