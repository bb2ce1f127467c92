import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Draws every state of the employer's page, of the badge element and of the pages of an issuer into test-results/screenshots, which Git ignores, and the pictures of the README and of docs/start into
// docs/start/pictures. It compares nothing: somebody looks at them.
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
