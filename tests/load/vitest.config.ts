import { defineConfig } from 'vitest/config';

// The service under load. It needs a machine to itself, so it is no part of `npm test`: `npm run load`.
export default defineConfig({
  resolve: { conditions: ['source', 'import', 'module', 'browser', 'default'] },
  ssr: { resolve: { conditions: ['source', 'node'] } },
  test: { include: ['tests/load/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 180_000, maxWorkers: 1 },
});
