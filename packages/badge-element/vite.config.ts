import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type InlineConfig, type Plugin } from 'vite';
import { staticSheets } from '../ui/build/static-sheets.js';
import { embedFiles } from './build/embed-files.js';
import { staticModules } from './build/static-modules.js';
import { wholeWorker } from './build/whole-worker.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What Lit's files leave on the window and on `Symbol`, which only its decorators and its development mode read. */
const LIT_GLOBALS: readonly (readonly [file: RegExp, pattern: RegExp, replacement: string])[] = [
  [/\/lit-html\/lit-html\.js$/, /\(\w+\.litHtmlVersions\s*\?\?=\s*\[\]\)\.push\([^)]*\)/, '0'],
  [/\/lit-element\/lit-element\.js$/, /\(\w+\.litElementVersions\s*\?\?=\s*\[\]\)\.push\([^)]*\)/, '0'],
  [/\/reactive-element\/reactive-element\.js$/, /\(\w+\.reactiveElementVersions\s*\?\?=\s*\[\]\)\.push\([^)]*\)/, '0'],
  [/\/reactive-element\/reactive-element\.js$/, /Symbol\.metadata\s*\?\?=.*?\.litPropertyMetadata\s*\?\?=\s*new WeakMap;/, ''],
  [/\/reactive-element\/reactive-element\.js$/, /this\[Symbol\.metadata\]/, 'null'],
];

/** A widget on another site's page adds nothing to its window. */
const noGlobals: Plugin = {
  name: 'no-globals',
  apply: 'build',
  transform(code, id) {
    const clean = LIT_GLOBALS.reduce((text, [file, pattern, replacement]) => {
      if (!file.test(id)) return text;
      const changed = text.replace(pattern, replacement);
      if (changed === text) throw new Error(`${id} no longer sets its globals as it did: look at what it leaves on the window`);
      return changed;
    }, code);
    return clean === code ? null : { code: clean, map: null };
  },
};

/** Indentation in templates and tables: readers need not load it. */
const outdented: Plugin = {
  name: 'outdented',
  apply: 'build',
  enforce: 'pre',
  load(id) {
    if (!/\/badge-element\/src\/view\/|\/profile\/tables\.ts$|\/achievement-words\.ts$/.test(id)) return null;
    const text = readFileSync(id, 'utf8');
    return text.replace(/\n\s+/g, '\n');
  },
};

const shared: InlineConfig = {
  root: here('.'),
  // The sources of the workspace, as the tests read them.
  resolve: { conditions: ['source', 'module', 'browser', 'import', 'default'] },
};

/** A script from another origin has no file that could be a worker of the page: its text is a part of the bundle. */
const workerInside: Plugin = {
  name: 'worker-inside',
  apply: 'build',
  enforce: 'pre',
  resolveId: (source) => (source.endsWith('/start-worker.js') ? here('./src/checking/worker/start-worker.embed.ts') : null),
};

const base: InlineConfig = {
  ...shared,
  plugins: [staticSheets(false), outdented, noGlobals, workerInside, wholeWorker(shared)],
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

/**
 * The part of the full readers (shape gate, schema, compiled contexts) that a module belongs to. Each of them is small. Modules that load others of their own package stay
 * apart, at the top, since parts must not import each other in a circle.
 */
function partOf(id: string): string | null {
  if (/\bimport\('\.\/.*'\)/.test(readFileSync(id, 'utf8'))) return null;
  const [, folder = '', inner = ''] = /\/packages\/(\w+)\/src\/(\w+)/.exec(id) ?? [];
  if (folder === 'primitives' || id.includes('/node_modules/')) return 'primitives';
  // Domain linkage credentials and tokens are looked at without the gate and the schema.
  if (/\/shape\/(?:key-safety|place)\.ts$|\/ob3\/contexts\.ts$/.test(id)) return 'safety';
  if (folder === 'verifying') return 'shape';
  return folder === 'proofs' && inner === 'compiled' ? 'statements' : 'schema';
}

/** One line that several lazy parts share. */
const SHARED = /\/verifying\/src\/gather\/same-id\.ts$/;

/**
 * What reads links is needed where work is looked at again; with that it would be more than a part may be. Only modules that import nothing
 * but each other.
 */
const LINKS = /\/(?:evidence\/src\/links|schemas\/src\/git|primitives\/src\/(?:host-names|urls|instants))\//;

/** Small modules that are loaded together, or for the same rare badges: each part costs the verifier a hash. */
const LAZY_PARTS: readonly { readonly name: string; readonly files: readonly RegExp[] }[] = [
  { name: 'tokens', files: [/\/verifying\/src\/tokens\.ts$/] },
  { name: 'other-input', files: [/\/verifying\/src\/input\/other-input\.ts$/, /\/checking\/too-heavy\.ts$/] },
  { name: 'work', files: [/\/verifying\/src\/gather\/work\.ts$/] },
  { name: 'more', files: [/\/badge-element\/src\/view\/fold\/more\.ts$/] },
  { name: 'recipient', files: [/\/verifying\/src\/gather\/recipient\.ts$/, /\/primitives\/src\/hashes\/legacy-hashes\.ts$/] },
];

// `proofmark-badge.js` paints the card; what checks a badge, and what is rarely needed, lies beside it under names with a hash.
export default defineConfig(async () => {
  const { entry, of } = await staticModules(base);
  const verifier = of(/\/badge-element\/src\/checking\/verifier\.ts$/);
  const full = of(/\/verifying\/src\/form\/full-form\.ts$/);
  const lazies = LAZY_PARTS.map(({ name, files }) => ({ name, modules: new Set(files.flatMap((file) => [...of(file)])) }));
  // The sentences about checks are two parts of each language: in one they would be more than a part may be.
  const sentencesOf = (id: string): string | null => {
    const [, area = '', lang] = /\/messages\/src\/compiled\/(checks|check-(?:cases|names)|notes)\/(de|en|es|fr|nl)\.ts$/.exec(id) ?? [];
    return lang === undefined ? null : `${area === 'checks' ? 'sentences' : 'cases'}-${lang}`;
  };
  const groupOf = (id: string): string | null => {
    if (entry.has(id)) return 'core';
    if (verifier.has(id) || SHARED.test(id)) return 'verifier';
    if (full.has(id)) return partOf(id);
    const lazy = lazies.find(({ modules }) => modules.has(id));
    if (lazy !== undefined) return lazy.name;
    if (LINKS.test(id)) return 'links';
    return sentencesOf(id);
  };
  const groups = [{ debugName: 'parts', name: groupOf }];
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
