import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { compileCatalogues } from '../../packages/messages/scripts/compile.mjs';
import { FLAGS, findChromium } from '../support/chromium.js';

const { executablePath, env } = await findChromium();
compileCatalogues();
const inherited = Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));

// One core, two hosts: the verifier's own suite, file for file, in a Chromium, over the ports of a page. docs/two-hosts.md names what differs.
export default defineConfig({
  resolve: {
    conditions: ['source', 'import', 'module', 'browser', 'default'],
    alias: [{ find: /^(?:\.\.?\/)+(?:fixtures\/)?host\.fixture\.js$/, replacement: fileURLToPath(new URL('host.ts', import.meta.url)) }],
  },
  test: {
    include: ['packages/verifying/src/**/*.test.ts'],
    // What these try is a module that cannot be loaded, or one that counts its calls: replacing modules is a means of the Node runner.
    exclude: ['**/node_modules/**', '**/dist/**', '**/lazy.test.ts', '**/full-processor.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 30_000 } },
    restoreMocks: true,
    fileParallelism: false,
    isolate: false,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: { executablePath, args: [...FLAGS], env: { ...inherited, ...env }, timeout: 60_000 } }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
