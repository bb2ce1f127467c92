import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const here = dirname(fileURLToPath(import.meta.url));

/** All that a file imports as values, ours followed, others collected. */
function graph(file: string, seen: Set<string> = new Set(), others: Set<string> = new Set()): Set<string> {
  if (seen.has(file)) return others;
  seen.add(file);
  const source = readFileSync(file, 'utf8');
  for (const [, clause = '', from = ''] of source.matchAll(/^(?:import|export)\s([^;]*?)\sfrom '([^']+)';$/gms)) {
    if (clause.startsWith('type ')) continue;
    if (from.startsWith('.')) graph(join(dirname(file), from.replace(/\.js$/, '.ts')), seen, others);
    else others.add(from);
  }
  return others;
}

describe('the entries of the package', () => {
  it('bring no library into a page through the light entry', () => {
    expect([...graph(join(here, 'index.ts'))]).toEqual(['@proofmark/primitives']);
  });

  it('load the check of derived proofs only for a derived proof', () => {
    const light = new Set<string>();
    graph(join(here, 'index.ts'), light);
    expect([...light].filter((file) => /check-derived|[\\/]sd[\\/]/.test(file))).toEqual([]);
  });

  it('load the JSON-LD processor for signing only when a document needs it', () => {
    expect([...graph(join(here, 'sign.ts'))].sort()).toEqual(['@proofmark/primitives', '@proofmark/schemas']);
  });

  it('reach the JSON-LD libraries through the full entry', () => {
    expect([...graph(join(here, 'jsonld.ts'))]).toEqual(expect.arrayContaining(['jsonld', 'rdf-canonize']));
    expect([...graph(join(here, 'jsonld.ts'))].filter((name) => /^@digitalbazaar\/(vc|data-integrity)$/.test(name))).toEqual([]);
  });
});
