import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type InlineConfig, type Plugin } from 'vite';
import { embedFiles } from './build/embed-files.js';
import { modulesOfEntry } from './build/one-entry.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** lit-html notes its version on the window; a widget on somebody else's page leaves nothing there. */
const noGlobals: Plugin = {
  name: 'no-globals',
  apply: 'build',
  transform(code, id) {
    if (!/\/lit-html\/lit-html\.js$/.test(id)) return null;
    const clean = code.replace(/\(\w+\.litHtmlVersions\s*(?:\?\?=|=\w+\.litHtmlVersions\s*\?\?)\s*\[\]\)\.push\([^)]*\)/, '0');
    if (clean === code) throw new Error('lit-html no longer notes its version as it did: look at what it leaves on the window');
    return { code: clean, map: null };
  },
};

/** Indentation in templates and style sheets is for us; readers need not load it. */
const outdented: Plugin = {
  name: 'outdented',
  apply: 'build',
  enforce: 'pre',
  load(id) {
    return /\/badge-element\/src\/(?:view\/|styles)/.test(id) ? readFileSync(id, 'utf8').replace(/\n\s+/g, '\n') : null;
  },
};

/** Every badge of ours names work: what reads its links is no lazy part here. */
const withWork: Plugin = {
  name: 'with-work',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/verifying\/src\/gather\/gather\.ts$/.test(id)) return null;
    const lazy = "import('./work.js')";
    if (!code.includes(lazy)) throw new Error('gather.ts no longer loads work.ts lazily: look at what the element has to do about it');
    return {
      code: `import { describeWork as ownWork } from './work.js';${code.replace(lazy, 'Promise.resolve({ describeWork: ownWork })')}`,
      map: null,
    };
  },
};

const base: InlineConfig = {
  root: here('.'),
  plugins: [outdented, noGlobals, withWork],
  // The sources of the workspace, as the tests read them.
  resolve: { conditions: ['source', 'module', 'browser', 'import', 'default'] },
  build: {
    outDir: 'dist/.embed',
    emptyOutDir: true,
    sourcemap: false,
    target: 'es2022',
    minify: true,
    modulePreload: false,
    reportCompressedSize: false,
    lib: { entry: here('./src/script.ts'), formats: ['es'], fileName: () => 'proofmark-badge.js' },
    rolldownOptions: { preserveEntrySignatures: 'allow-extension' },
  },
};

// `proofmark-badge.js` is all that a page loads for an ordinary badge; what is rarely needed lies beside it under names with a hash.
export default defineConfig(async () => {
  const modules = await modulesOfEntry(base);
  const groups = [{ name: 'core', test: (id: string) => modules.has(id) }];
  return {
    ...base,
    plugins: [...(base.plugins ?? []), embedFiles(here('./dist/.embed'), here('./dist'))],
    build: {
      ...base.build,
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension' as const,
        output: {
          chunkFileNames: 'proofmark-badge-[name]-[hash].js',
          minify: true,
          codeSplitting: { groups, includeDependenciesRecursively: false },
        },
      },
    },
  };
});
