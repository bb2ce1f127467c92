import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const isOurs = (file: string): boolean => /^proofmark-badge.*\.js$/.test(file);

/**
 * Looks after the bundle in a folder that tsc writes into as well: takes away what an earlier bundle left, prints what a
 * reader has to load, and writes `embed.json`, the list of files that an issuer serves under `/embed/`.
 */
function embedFiles(dist: string): Plugin {
  return {
    name: 'embed-files',
    apply: 'build',
    buildStart() {
      if (!existsSync(dist)) return;
      for (const file of readdirSync(dist)) if (isOurs(file)) rmSync(join(dist, file));
    },
    closeBundle() {
      const files = readdirSync(dist)
        .filter(isOurs)
        .sort((a, b) => a.length - b.length || a.localeCompare(b))
        .map((name) => {
          const bytes = readFileSync(join(dist, name));
          const integrity = `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
          return { name, integrity, bytes: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
        });
      const version = createHash('sha256')
        .update(files.map(({ integrity }) => integrity).join())
        .digest('hex')
        .slice(0, 16);
      writeFileSync(join(dist, 'embed.json'), `${JSON.stringify({ version, files }, null, 2)}\n`);
      for (const { name, bytes, gzip, integrity } of files) {
        console.log(`${name}  ${(bytes / 1024).toFixed(1)} KB, gzip ${(gzip / 1024).toFixed(1)} KB\n  ${integrity}`);
      }
    },
  };
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// `proofmark-badge.js` is all that a page loads for an ordinary badge; what is rarely needed lies beside it under hashed names.
export default defineConfig({
  plugins: [embedFiles(here('./dist/'))],
  // The sources of the workspace, as the tests read them.
  resolve: { conditions: ['source', 'module', 'browser', 'import', 'default'] },
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    sourcemap: false,
    target: 'es2022',
    minify: true,
    modulePreload: false,
    reportCompressedSize: false,
    lib: { entry: here('./src/script.ts'), formats: ['es'], fileName: () => 'proofmark-badge.js' },
    rolldownOptions: { output: { chunkFileNames: 'proofmark-badge-[name]-[hash].js', minify: true } },
  },
});
