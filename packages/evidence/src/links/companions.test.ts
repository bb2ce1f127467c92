import { swhidOf } from '@proofmark/schemas/git';
import { describe, expect, it } from 'vitest';
import { foldCompanions, foldSwhids } from './companions.js';

const COMMIT = '0f3c1b2a4d5e6f708192a3b4c5d6e7f801234567';
const TREE = '1'.repeat(40);
const github = `https://github.com/ada/todo/tree/${COMMIT}`;
const swhid = (origin: string, path = '', revision = COMMIT): string => swhidOf('dir', TREE, { origin, revision, path })!;

describe('foldCompanions', () => {
  it.each([
    ['a tree page', github, swhid('https://github.com/ada/todo')],
    ['an origin that is written otherwise', github, swhid('https://GitHub.com/ada/todo.git/')],
    ['a folder', `${github}/src/deep`, swhid('https://github.com/ada/todo', 'src/deep')],
    ['a folder with a name that has to be coded', `${github}/m%C3%BC%20b`, swhid('https://github.com/ada/todo', 'mü b')],
    ['a commit in the fragment', `https://git.example/a.git#${COMMIT}`, swhid('https://git.example/a.git')],
    ['a folder on sourcehut', `https://git.sr.ht/~ada/todo/tree/${COMMIT}/item/src`, swhid('https://git.sr.ht/~ada/todo', 'src')],
    ['a raw file', `https://raw.githubusercontent.com/ada/todo/${COMMIT}/a.md`, swhid('https://github.com/ada/todo', 'a.md')],
    ['the commit itself', `${github}/src`, swhidOf('rev', COMMIT, { origin: 'https://github.com/ada/todo' })!],
  ])('treats a SWHID as another name of %s', (_, link, name) => {
    expect(foldSwhids([link, name])).toEqual([null, 0]);
    expect(foldSwhids([name, link])).toEqual([1, null]);
  });

  it.each([
    ['another repository', github, swhid('https://github.com/eve/todo')],
    ['another commit', github, swhid('https://github.com/ada/todo', '', '2'.repeat(40))],
    ['another path', github, swhid('https://github.com/ada/todo', 'src')],
    ['no place', github, swhidOf('dir', TREE)!],
    ['a branch', 'https://github.com/ada/todo/tree/main', swhid('https://github.com/ada/todo')],
    ['an address that is none', 'nothing of the kind', swhid('https://github.com/ada/todo')],
  ])('treats a SWHID of %s as evidence of its own', (_, link, name) => {
    expect(foldSwhids([link, name, null])).toEqual([null, null, null]);
  });

  it('gives several files of one commit a SWHID each', () => {
    const origin = 'https://github.com/ada/todo';
    expect(foldSwhids([`${github}/a`, github, swhid(origin), swhid(origin, 'a')])).toEqual([null, null, 1, 0]);
  });

  it('takes the companions of a checked report, without chains or circles', () => {
    const report = (entries: Record<string, readonly string[]>): ReadonlyMap<string, readonly string[]> => new Map(Object.entries(entries));
    expect(foldCompanions(['a', 'b', 'c'], report({ a: ['c'] }))).toEqual([null, null, 0]);
    expect(foldCompanions(['a', 'b', 'c'], report({ a: ['a', 'b', 'x'], b: ['a', 'c'] }))).toEqual([null, 0, null]);
    expect(foldCompanions(['a', 'b', 'c'], report({ a: ['b'], c: ['a', 'b'] }))).toEqual([null, 0, null]);
    expect(foldCompanions([github, swhid('https://github.com/ada/todo'), 'c'], report({ [github]: ['c'] }))).toEqual([null, 0, 0]);
    expect(foldCompanions([null, 'b'], report({ x: ['b'] }))).toEqual([null, null]);
  });
});
