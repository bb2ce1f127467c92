import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// The browser suite: real pages, real Chromium. The files share one browser, and each has profiles of its own in it.
export default defineConfig({
  resolve: { conditions: ['source', 'import', 'module', 'browser', 'default'] },
  ssr: { resolve: { conditions: ['source', 'node'] } },
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    globalSetup: [fileURLToPath(new URL('../support/shared-browser.ts', import.meta.url))],
    testTimeout: 60_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    // The files of a worker share its modules: loading the whole service anew for each took a quarter of the time.
    isolate: false,
  },
});
