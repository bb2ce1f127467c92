import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { wholeWorker } from '../../packages/badge-element/build/whole-worker.js';
import { oneFile } from './build/one-file.js';
import { shared, version } from './vite.shared.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** A copy on a disk has no second file that a worker could be: it reads PDFs itself, and holds the worker that checks badges as a text. */
const withoutWorker: Plugin = {
  name: 'without-worker',
  apply: 'build',
  enforce: 'pre',
  resolveId: (source) =>
    source.endsWith('/open-pdf.js')
      ? here('./src/page/input/pdf/open-pdf.saved.ts')
      : source.endsWith('/start-worker.js')
        ? here('./src/page/checking/worker/start-worker.saved.ts')
        : null,
};

// The whole page as one file that works from a disk, without our server.
export default defineConfig({
  ...shared,
  plugins: [
    ...shared.plugins,
    withoutWorker,
    wholeWorker(shared),
    oneFile(here('./index.html'), here('./src/page/page.css'), here('./dist/.saved'), here('./dist/page/proofmark-checker.html'), version),
  ],
  define: {
    ...shared.define,
    // There are no modules; what asks for its own address needs some valid one.
    'import.meta.url': 'document.baseURI',
  },
  build: {
    outDir: 'dist/.saved',
    emptyOutDir: true,
    target: 'es2022',
    minify: true,
    assetsInlineLimit: 0,
    lib: { entry: here('./src/page/main.ts'), formats: ['iife'], name: 'proofmarkChecker', fileName: () => 'checker.js' },
    rolldownOptions: { output: { codeSplitting: false } },
  },
});
