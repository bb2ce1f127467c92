// Writes the files of tests/vectors anew. Run it after a change of the generator, and read the difference before you commit it.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'tests/vectors');
const {
  module: { files },
} = await runnerImport(join(folder, 'generate/made.ts'), {
  root,
  configFile: false,
  logLevel: 'error',
  ssr: { resolve: { conditions: ['source', 'node'] } },
  environments: { inline: { resolve: { conditions: ['source', 'node'], noExternal: [/^@proofmark\//] } } },
});
for (const made of ['badges', 'documents', 'cases.json']) rmSync(join(folder, made), { recursive: true, force: true });
for (const [name, bytes] of files) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), bytes);
}
console.log(`${files.size} files written to tests/vectors`);
