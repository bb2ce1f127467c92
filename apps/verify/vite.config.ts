import { defineConfig, type Plugin } from 'vite';
import { pageStyles } from '../../packages/ui/build/page-style.js';
import { shared } from './vite.shared.js';

/** What few readers need, and is large: it is loaded when they do. */
const ON_DEMAND = /assets\/(?:pdf-worker|decode-qr|qr|from-archive|camera|ask-opinions)-/;

/** A reader loads the words of one language: the page asks for them itself. */
const TRANSLATION = /assets\/(?:de|es|fr|nl)-/;

/** Names the later parts in the page, so that they come while the reader looks for the badge: an open page goes on working without our server. */
const laterParts: Plugin = {
  name: 'later-parts',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle = {} }) =>
      Object.values(bundle)
        .filter(
          (file) =>
            /\.js$/.test(file.fileName) &&
            !(file.type === 'chunk' && file.isEntry) &&
            !ON_DEMAND.test(file.fileName) &&
            !TRANSLATION.test(file.fileName),
        )
        .map(({ fileName }) => ({
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
  plugins: [...shared.plugins, pageStyles('/verify/src/page/page.css'), laterParts],
  // The worker that checks badges loads its rare parts when they are needed.
  // What compares a person comes along with it: nothing is asked for when an address is typed, not even here.
  worker: {
    format: 'es',
    rolldownOptions: {
      output: {
        chunkFileNames: 'assets/worker-[name]-[hash].js',
        codeSplitting: {
          groups: [{ name: 'core', test: /run-pipeline\.ts|gather\/recipient\.ts|credentials\/src\/identity|legacy-hashes\.ts/ }],
        },
      },
    },
  },
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
