import { defineConfig, type Plugin, type Rolldown } from 'vite';
import { pageBuild } from '../../packages/ui/build/page-build.js';
import { pageStyles } from '../../packages/ui/build/page-style.js';
import { smallerChunks } from '../../packages/ui/build/smaller.js';
import { shared } from './vite.shared.js';

/** What few readers need, and is large: it is loaded when they do. */
const ON_DEMAND = /assets\/(?:pdf-worker|decode-qr|qr|from-archive|camera|ask-opinions)-/;

/** A reader loads the words of one language: the page asks for them itself. */
const TRANSLATION = /assets\/(?:de|es|fr|nl)-/;

/** The parts of the page that it can come to without one that few readers need. What only such a part needs comes along with it. */
function partsOf(bundle: Rolldown.OutputBundle): readonly string[] {
  const files = Object.values(bundle);
  const reached = new Set(files.filter((file) => file.type === 'chunk' && file.isEntry).map(({ fileName }) => fileName));
  for (const name of reached) {
    const file = bundle[name];
    if (file?.type !== 'chunk') continue;
    for (const next of [...file.imports, ...file.dynamicImports]) if (!ON_DEMAND.test(next) && !TRANSLATION.test(next)) reached.add(next);
  }
  // The parts of workers were bundled apart.
  const ofWorkers = files.filter(({ type, fileName }) => type === 'asset' && /\.js$/.test(fileName) && !ON_DEMAND.test(fileName));
  return [...reached, ...ofWorkers.map(({ fileName }) => fileName)];
}

/** Names the later parts in the page, so that they come while the reader looks for the badge: an open page goes on working without our server. */
const laterParts: Plugin = {
  name: 'later-parts',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {} }) =>
      partsOf(bundle)
        // The first one is the page's own script.
        .filter((fileName) => !html.includes(fileName))
        .map((fileName) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', href: `./${fileName}`, fetchpriority: 'low' },
          injectTo: 'body' as const,
        })),
  },
};

// Relative addresses, so that the same files work under /verify/ of the service, on any static host, and under any path.
export default defineConfig({
  ...shared,
  base: './',
  plugins: [...shared.plugins, pageStyles('/verify/src/page/page.css'), laterParts, smallerChunks],
  // The worker that checks badges loads its rare parts when they are needed.
  // What compares a person comes along with it: nothing is asked for when an address is typed, not even here.
  worker: {
    format: 'es',
    plugins: () => [smallerChunks],
    rolldownOptions: {
      output: {
        chunkFileNames: 'assets/worker-[name]-[hash].js',
        codeSplitting: {
          groups: [{ name: 'core', test: /run-pipeline\.ts|gather\/recipient\.ts|credentials\/src\/identity|legacy-hashes\.ts/ }],
        },
      },
    },
  },
  build: pageBuild,
});
