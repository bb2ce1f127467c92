import { defineConfig } from 'vitest/config';
import { compileCatalogues } from './packages/messages/scripts/compile.mjs';

// What people read is compiled from data; it takes a moment.
compileCatalogues();

// Tests read the sources of the workspace, so that no build stands between a change and its test.
export default defineConfig({
  resolve: { conditions: ['source', 'import', 'module', 'browser', 'default'] },
  ssr: { resolve: { conditions: ['source', 'node'] } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts', 'tests/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/*.browser.test.ts', 'tests/e2e/**', 'tests/load/**', 'tests/crash/**'],
    // The files of a worker share its modules: loading them anew for each took half of the time.
    isolate: false,
    maxWorkers: 2,
    // Only what fails takes so long. Some machines that run this are four times as slow as others.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 30_000 } },
    restoreMocks: true,
  },
});
