import type { GitPlace } from '@proofmark/schemas/git';
import { namedCommit } from '@proofmark/schemas/git';
import { describe, expect, it } from 'vitest';
import { resolvePlace } from './resolve.js';

const id = (start: string): string => start.padEnd(40, '0');
const REFS = [
  { name: 'HEAD', id: id('a1') },
  { name: 'refs/heads/main', id: id('a1') },
  { name: 'refs/heads/release', id: id('b1') },
  { name: 'refs/heads/release/2.0', id: id('b2') },
  { name: 'refs/heads/both', id: id('c1') },
  { name: 'refs/tags/both', id: id('c2') },
  { name: 'refs/heads/abcdef0', id: id('d1') },
  { name: 'refs/heads/x', id: id('1234567a') },
  { name: 'refs/heads/y', id: id('1234567b') },
  { name: 'refs/pull/7/head', id: id('e1') },
];
const at = (text: string, versionIs: 'commit' | 'branch' | 'tag' | 'any' = 'any'): GitPlace => ({
  names: 'version',
  parts: text.split('/'),
  versionIs,
});

describe('resolvePlace', () => {
  it.each([
    ['main', 'any', 'a1', ''],
    ['release/2.0/docs/a.md', 'any', 'b2', 'docs/a.md'],
    ['release/3.0/docs', 'any', 'b1', '3.0/docs'],
    ['both', 'any', 'c1', ''],
    ['both', 'tag', 'c2', ''],
    ['HEAD/src', 'any', 'a1', 'src'],
    ['abcdef0', 'any', 'd1', ''],
    ['1234567a', 'commit', '1234567a', ''],
  ] as const)('%s (%s)', (text, versionIs, start, path) => {
    const found = resolvePlace(at(text, versionIs), REFS);
    expect([found.commit, found.path.join('/'), found.abbreviated]).toEqual([id(start), path, false]);
  });

  it('takes a full id at its word, except where the link says that it is a branch', () => {
    expect(namedCommit(at(`${'AB'.repeat(20)}/src`))).toBe('ab'.repeat(20));
    expect(namedCommit(at('ab'.repeat(20), 'branch'))).toBeNull();
    expect(namedCommit(at('ab'.repeat(21)))).toBeNull();
    expect(() => resolvePlace(at('ab'.repeat(20), 'branch'), REFS)).toThrow('ref-not-found');
  });

  it('leaves an abbreviation that no ref completes to the history', () => {
    expect(resolvePlace(at('7654321/src'), REFS)).toEqual({ ref: null, commit: '7654321', abbreviated: true, path: ['src'] });
  });

  it.each([
    ['1234567', 'any', 'ambiguous-commit'],
    ['nothing', 'any', 'ref-not-found'],
    ['main', 'tag', 'ref-not-found'],
    ['abc', 'any', 'ref-not-found'],
  ] as const)('%s (%s): %s', (text, versionIs, code) => {
    expect(() => resolvePlace(at(text, versionIs), REFS)).toThrow(code);
  });

  it('knows HEAD by its branch, and any ref by its full name', () => {
    expect(resolvePlace({ names: 'head' }, REFS)).toMatchObject({ ref: 'refs/heads/main', commit: id('a1') });
    expect(resolvePlace({ names: 'ref', ref: 'refs/pull/7/head' }, REFS)).toMatchObject({ commit: id('e1') });
    expect(() => resolvePlace({ names: 'ref', ref: 'refs/pull/8/head' }, REFS)).toThrow('ref-not-found');
    expect(() => resolvePlace({ names: 'head' }, [])).toThrow('empty-repository');
  });
});
