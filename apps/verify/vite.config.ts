import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

/** Indentation in templates and style sheets is for us; readers need not load it. */
const outdented: Plugin = {
  name: 'outdented',
  apply: 'build',
  enforce: 'pre',
  load: (id) =>
    /\/(?:verify\/src\/page|badge-element\/src\/view)\/(?:view\/[^/]+|[^/]+)\.ts$/.test(id)
      ? readFileSync(id, 'utf8').replace(/\n\s+/g, '\n')
      : null,
};

const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')) as { version: string };

// Relative addresses, so that the same files work under /verify/ of the service, on any static host, and under any path.
export default defineConfig({
  root: fileURLToPath(new URL('./', import.meta.url)),
  base: './',
  publicDir: false,
  plugins: [outdented],
  define: { __VERSION__: JSON.stringify(version) },
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
