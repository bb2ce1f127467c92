import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

// Programs of ours that no compiler reads import built files by their paths. A file that moves would be missed only when such a program is run.

const root = fileURLToPath(new URL('../..', import.meta.url));
const programs = ['tests', 'scripts'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mjs') && !/(?:^|\/)(?:node_modules|dist)\//.test(name))
    .map((name) => join(root, folder, name)),
);

it('every file that a program imports is there', () => {
  expect(programs.length).toBeGreaterThan(50);
  const missing = programs.flatMap((program) =>
    [...readFileSync(program, 'utf8').matchAll(/\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g)]
      .map(([, path = '']) => path)
      .filter((path) => !existsSync(join(dirname(program), path)))
      .map((path) => `${program.slice(root.length)}: ${path}`),
  );
  expect(missing).toEqual([]);
});
