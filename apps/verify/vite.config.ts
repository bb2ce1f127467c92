import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

// Relative addresses, so that the same files work under /verify/ of the service, on any static host, and under any path.
export default defineConfig({
  root: fileURLToPath(new URL('./', import.meta.url)),
  base: './',
  publicDir: false,
  // The sources of the workspace, as the tests read them.
  resolve: { conditions: ['source', 'module', 'browser', 'import', 'default'] },
  build: {
    outDir: 'dist/page',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    assetsInlineLimit: 0,
  },
});
