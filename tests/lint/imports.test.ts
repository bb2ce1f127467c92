import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

// Programs of ours that no compiler reads import built files by their paths. A file that moves would be missed only when such a program is run.

const root = fileURLToPath(new URL('../..', import.meta.url));

function programsIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return /^(?:node_modules|dist)$/.test(entry.name) ? [] : programsIn(path);
    return entry.name.endsWith('.mjs') ? [path] : [];
  });
}

it('every file that a program imports is there', () => {
  const programs = ['tests', 'scripts'].flatMap((folder) => programsIn(join(root, folder)));
  expect(programs.length).toBeGreaterThan(50);
  const missing = programs.flatMap((program) =>
    [...readFileSync(program, 'utf8').matchAll(/\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g)]
      .map(([, path = '']) => path)
      .filter((path) => !existsSync(join(dirname(program), path)))
      .map((path) => `${program.slice(root.length)}: ${path}`),
  );
  expect(missing).toEqual([]);
});
