import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

/** Every file and package that an entry reaches through imports that stay in the compiled code. */
function reached(entry: string, seen: Set<string> = new Set()): Set<string> {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  for (const [, name = ''] of readFileSync(entry, 'utf8').matchAll(/^(?:import|export) (?!type\b)[^;]*? ?from '([^']+)';$/gm)) {
    if (name.startsWith('.')) reached(join(dirname(entry), name.replace(/\.js$/, '.ts')), seen);
    else seen.add(name);
  }
  return seen;
}
const entry = (name: string): string => fileURLToPath(new URL(`./${name}/index.ts`, import.meta.url));

it('the web entry reaches no module of Node and no package but the primitives', () => {
  const names = [...reached(entry('web'))];
  expect(names.filter((name) => !name.startsWith('/'))).toEqual(['@proofmark/primitives']);
  expect(names.filter((name) => name.includes('/node/'))).toEqual([]);
  expect(names.some((name) => name.endsWith('/shared/url-gate.ts'))).toBe(true);
});

it('the node entry takes nothing but types from the packages whose ports it implements', () => {
  const packages = [...reached(entry('node'))].filter((name) => !name.startsWith('/') && !name.startsWith('node:'));
  expect(packages.sort()).toEqual(['@proofmark/primitives', '@proofmark/primitives/legacy-hashes', 'ipaddr.js', 'undici']);
});
