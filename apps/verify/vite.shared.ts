import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { InlineConfig, Plugin } from 'vite';
import { staticSheets } from '../../packages/ui/build/static-sheets.js';

/** Indentation in templates is for us; readers need not load it. */
const outdented: Plugin = {
  name: 'outdented',
  apply: 'build',
  enforce: 'pre',
  load: (id) =>
    /\/(?:verify\/src\/page|badge-element\/src\/view)\/(?:view\/.+|[^/]+)\.ts$/.test(id)
      ? readFileSync(id, 'utf8').replace(/\n\s+/g, '\n')
      : null,
};

/** The version of the page. */
export const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')) as { version: string };

/** What the served page and the copy of it for a disk have in common. */
export const shared = {
  root: fileURLToPath(new URL('./', import.meta.url)),
  publicDir: false,
  plugins: [staticSheets(true), outdented],
  define: { __VERSION__: JSON.stringify(version) },
  // The sources of the workspace, as the tests read them.
  resolve: { conditions: ['source', 'module', 'browser', 'import', 'default'] },
} satisfies InlineConfig;
