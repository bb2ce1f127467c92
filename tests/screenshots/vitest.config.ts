import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Draws every state of the employer's page and of the badge element into test-results/screenshots, which Git ignores, and the pictures of the README into
// docs/images. It compares nothing: somebody looks at them.
export default defineConfig({
  resolve: { conditions: ['source', 'import', 'module', 'browser', 'default'] },
  ssr: { resolve: { conditions: ['source', 'node'] } },
  test: {
    include: ['tests/screenshots/**/*.shots.ts'],
    globalSetup: [fileURLToPath(new URL('../support/shared-browser.ts', import.meta.url))],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    maxWorkers: 1,
    isolate: false,
  },
});
