import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileContext } from './compile-context.js';
import type { CompiledContext } from './compiled-context.js';
import { COMPILED_URLS, renderTables, sourceOf } from './render-tables.js';
import { PREFIXES, TABLES } from './tables.js';

type Source = Readonly<Record<string, unknown>>;

/** SHA-256 of the tables: what they mean must not change unnoticed, whoever changes the compiler or the contexts. */
const PIN = '1650b79a45b978cc884b8b1c9188aad53a87302bc993e59382422f4319895079';

/** Every definition of a term in a context and in those that its terms bring, as it is written and as it is compiled. */
function definitions(source: Source, compiled: CompiledContext): { term: string; written: unknown; compiled: unknown }[] {
  return Object.keys(source).flatMap((term) => {
    if (term.startsWith('@')) return [];
    const inner = (source[term] as { '@context'?: Source } | null)?.['@context'];
    const table = (compiled[term] as readonly unknown[])[3] as CompiledContext;
    return [{ term, written: source[term], compiled: compiled[term] }, ...(inner ? definitions(inner, table) : [])];
  });
}

/** A definition as a processor compares it with another: without shorthand, whatever the order. */
function compared(written: unknown): string {
  const sorted = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, member]) => [key, sorted(member)]),
    );
  };
  return JSON.stringify(sorted(typeof written === 'string' ? { '@id': written } : written));
}

describe('the tables', () => {
  it('are what the script writes from the pinned contexts', () => {
    expect(readFileSync(new URL('tables.ts', import.meta.url), 'utf8')).toBe(renderTables());
  });

  it('are unchanged since they were compared with the full processor', () => {
    expect(createHash('sha256').update(JSON.stringify(TABLES)).digest('hex')).toBe(PIN);
    expect(Object.keys(TABLES)).toEqual(COMPILED_URLS);
  });

  it('call two definitions of a term the same exactly when a processor does', () => {
    const all = COMPILED_URLS.flatMap((url) => definitions(sourceOf(url), JSON.parse(TABLES[url] as string)));
    for (const a of all) {
      for (const b of all) {
        if (a.term !== b.term) continue;
        const same =
          compared(a.written).replaceAll('"OpenBadgeCredential"', '"x"') === compared(b.written).replaceAll('"OpenBadgeCredential"', '"x"');
        expect(JSON.stringify(a.compiled) === JSON.stringify(b.compiled), a.term).toBe(same);
      }
    }
  });

  it('leave no prefix open that another context defines', () => {
    const written = JSON.stringify(TABLES);
    for (const prefix of PREFIXES) expect(written).not.toMatch(new RegExp(`[^a-z]${prefix}:`));
    expect(PREFIXES).toEqual(['cred', 'obi']);
  });
});

describe('compileContext', () => {
  it.each<[string, Source]>([
    ['a default vocabulary', { '@vocab': 'https://x.example/#' }],
    ['a base', { '@base': 'https://x.example/' }],
    ['a default language', { '@language': 'en' }],
    ['an import', { '@import': 'https://x.example/' }],
    ['unprotected by word', { '@protected': false }],
    ['a term that is an address', { 'https://x.example/a': 'https://x.example/a' }],
    ['a reverse property', { a: { '@reverse': 'https://x.example/a' } }],
    ['a language map', { a: { '@id': 'https://x.example/a', '@container': '@language' } }],
    ['an index map', { a: { '@id': 'https://x.example/a', '@container': ['@graph', '@id'] } }],
    ['a term with a language', { a: { '@id': 'https://x.example/a', '@language': 'en' } }],
    ['a term protected by itself', { a: { '@id': 'https://x.example/a', '@protected': true } }],
    ['a term without an address', { a: { '@type': '@id' } }],
    ['a term that is switched off', { a: null }],
    ['a relative address', { a: 'b' }],
    ['doubles, which texts become', { a: { '@id': 'https://x.example/a', '@type': 'http://www.w3.org/2001/XMLSchema#double' } }],
    ['texts by type', { a: { '@id': 'https://x.example/a', '@type': 'http://www.w3.org/2001/XMLSchema#string' } }],
    ['no coercion by word', { a: { '@id': 'https://x.example/a', '@type': '@none' } }],
    ['a context by address', { a: { '@id': 'https://x.example/a', '@context': 'https://x.example/' } }],
    ['a property that defines itself', { a: { '@id': 'https://x.example/a', '@context': { a: 'https://x.example/b' } } }],
  ])('refuses %s', (_, source) => {
    expect(() => compileContext(source)).toThrow();
  });
});
