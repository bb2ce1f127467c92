import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { pageStyles } from './build/page-style.js';

// Relative addresses: the same files work under any path.
export default defineConfig({
  root: fileURLToPath(new URL('./', import.meta.url)),
  publicDir: false,
  base: './',
  plugins: [pageStyles],
  // The sources of the workspace, as the tests read them.
  resolve: { conditions: ['source', 'module', 'browser', 'import', 'default'] },
  build: {
    outDir: 'dist/page',
    emptyOutDir: true,
    target: 'es2022',
    // `light-dark` stays as it is: written out, it would follow the system even where the page says another scheme.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: false,
    assetsInlineLimit: 0,
  },
});
