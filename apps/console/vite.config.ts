import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { pageBuild } from '../../packages/ui/build/page-build.js';
import { pageStyles } from './build/page-style.js';

// Relative addresses: the same files work under any path.
export default defineConfig({
  root: fileURLToPath(new URL('./', import.meta.url)),
  publicDir: false,
  base: './',
  plugins: [pageStyles],
  // The sources of the workspace, as the tests read them.
  resolve: { conditions: ['source', 'module', 'browser', 'import', 'default'] },
  build: pageBuild,
});
