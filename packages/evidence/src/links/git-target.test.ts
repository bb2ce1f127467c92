import { isUrl } from '@proofmark/primitives';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeLink } from './describe-link.js';
import { gitTarget, pageTarget } from './git-target.js';

const SHA = '0f3c1b2a4d5e6f708192a3b4c5d6e7f801234567';
const GITHUB = 'https://github.com/ada/todo';

describe('gitTarget', () => {
  it.each([
    `https://web.archive.org/web/20260101000000/https://gitlab.com/a/b/-/blob/${SHA}/x`,
    'https://doi.org/10.5281/zenodo.1/x.git',
    `https://archive.softwareheritage.org/a/b/-/tree/${SHA}`,
  ])('takes %s for no address of a repository', (url) => {
    expect(gitTarget(url)).toBeNull();
  });

  it.each([
    // [link, what it names, where the same page is at one commit, the path in the repository]
    [GITHUB, 'head', `${GITHUB}/tree/${SHA}`, ''],
    [`${GITHUB}.git`, 'head', `${GITHUB}/tree/${SHA}`, ''],
    [`${GITHUB}#readme`, 'head', `${GITHUB}/tree/${SHA}`, ''],
    [`${GITHUB}/tree/main`, 'any main', `${GITHUB}/tree/${SHA}`, ''],
    [`${GITHUB}/tree/feature/x/src`, 'any feature/x/src', `${GITHUB}/tree/${SHA}/src`, 'src'],
    [`${GITHUB}/tree/feature%2Fx/src`, 'any feature/x/src', `${GITHUB}/tree/${SHA}/src`, 'src'],
    [`${GITHUB}/blob/main/a%20b.md?plain=1#L3-L9`, 'any main/a b.md', `${GITHUB}/blob/${SHA}/a%20b.md#L3-L9`, 'a b.md'],
    [`${GITHUB}/blob/refs/heads/main/a.md`, 'branch main/a.md', `${GITHUB}/blob/${SHA}/a.md`, 'a.md'],
    [`${GITHUB}/commit/0f3c1b2`, 'commit 0f3c1b2', `${GITHUB}/commit/${SHA}`, ''],
    [`${GITHUB}/releases/tag/v1.0`, 'tag v1.0', `${GITHUB}/tree/${SHA}`, ''],
    [`${GITHUB}/pull/7`, 'refs/pull/7/head', `${GITHUB}/tree/${SHA}`, ''],
    [`${GITHUB}/pull/7/files`, 'refs/pull/7/head', `${GITHUB}/tree/${SHA}`, ''],
    [
      'https://raw.githubusercontent.com/ada/todo/main/a.png',
      'any main/a.png',
      `https://raw.githubusercontent.com/ada/todo/${SHA}/a.png`,
      'a.png',
    ],
    ['https://gist.github.com/ada/aa11', 'head', `https://gist.github.com/ada/aa11/${SHA}`, ''],
    ['https://gitlab.com/uni/cs/todo', 'head', `https://gitlab.com/uni/cs/todo/-/tree/${SHA}`, ''],
    ['https://git.uni.example/cs/todo/-/blob/main/a.md', 'any main/a.md', `https://git.uni.example/cs/todo/-/blob/${SHA}/a.md`, 'a.md'],
    [
      'https://git.uni.example/cs/todo/-/merge_requests/3',
      'refs/merge-requests/3/head',
      `https://git.uni.example/cs/todo/-/tree/${SHA}`,
      '',
    ],
    ['https://codeberg.org/ada/todo/src/branch/main/src', 'branch main/src', `https://codeberg.org/ada/todo/src/commit/${SHA}/src`, 'src'],
    [
      'https://code.uni.example/ada/todo/raw/tag/v1/a.svg',
      'tag v1/a.svg',
      `https://code.uni.example/ada/todo/raw/commit/${SHA}/a.svg`,
      'a.svg',
    ],
    ['https://bitbucket.org/ada/todo/src/main/a.py', 'any main/a.py', `https://bitbucket.org/ada/todo/src/${SHA}/a.py`, 'a.py'],
    ['https://git.sr.ht/~ada/todo/tree/main/item/a.md', 'any main/a.md', `https://git.sr.ht/~ada/todo/tree/${SHA}/item/a.md`, 'a.md'],
    ['https://git.uni.example/todo.git', 'head', `https://git.uni.example/todo.git#${SHA}`, ''],
    ['https://git.uni.example/todo.git#feature/x', 'any feature/x', `https://git.uni.example/todo.git#${SHA}`, ''],
  ])('reads from %s the version %s', (url, named, permalink, path) => {
    const target = gitTarget(url);
    const place = target?.place;
    const names =
      place?.names === 'version' ? `${place.versionIs} ${place.parts.join('/')}` : place?.names === 'ref' ? place.ref : place?.names;
    expect(names).toBe(named);
    const made = target!.permalinkOf(SHA, path === '' ? [] : path.split('/'), '');
    expect(made).toBe(permalink);
    expect(describeLink(made)).toMatchObject({ pinned: true, pinnedBy: 'commit', commit: SHA });
  });

  it.each([
    `${GITHUB}/issues/3`,
    `${GITHUB}/wiki`,
    `${GITHUB}/releases`,
    `${GITHUB}/releases/download/v1/app.zip`,
    `${GITHUB}/archive/refs/heads/main.zip`,
    `${GITHUB}/blob/main/%ff`,
    'https://github.com/ada',
    'https://codeberg.org/ada/todo/issues',
    'https://ada.example/todo',
    `swh:1:dir:${SHA}`,
    'doi:10.5281/zenodo.1',
  ])('returns null for %s', (url) => {
    expect(gitTarget(url)).toBeNull();
  });

  it('lists the addresses at which a repository may answer', () => {
    expect(gitTarget(GITHUB)?.remotes).toEqual([`${GITHUB}.git`, GITHUB]);
    expect(gitTarget('https://raw.githubusercontent.com/ada/todo/main/a.png')?.remotes).toContain(`${GITHUB}.git`);
    expect(gitTarget('https://git.sr.ht/~ada/todo')?.remotes).toEqual(['https://git.sr.ht/~ada/todo']);
    expect(gitTarget('https://gist.github.com/ada/aa11')?.remotes).toContain('https://gist.github.com/aa11.git');
  });

  it('takes any page for a repository only where it is asked to', () => {
    const target = pageTarget('https://code.uni.example/ada/todo/?tab=readme#top');
    expect(target.remotes).toEqual(['https://code.uni.example/ada/todo.git', 'https://code.uni.example/ada/todo']);
    expect(target.permalinkOf(SHA, [], target.remotes[0]!)).toBe(`https://code.uni.example/ada/todo.git#${SHA}`);
  });

  it('never throws, and its permalinks are pinned', () => {
    const part = fc.string({ maxLength: 12 }).map(encodeURIComponent);
    const roots = fc.constantFrom(
      GITHUB,
      'https://gitlab.com/a/b',
      'https://codeberg.org/a/b',
      'https://bitbucket.org/a/b',
      'https://git.sr.ht/~a/b',
    );
    const verbs = fc.constantFrom('tree', 'blob', 'raw', 'src', '-/tree', '-/blob', 'commit', 'src/branch', 'releases/tag', 'pull');
    const links = fc.tuple(roots, verbs, fc.array(part, { maxLength: 4 })).map(([root, verb, rest]) => [root, verb, ...rest].join('/'));
    fc.assert(
      fc.property(links, fc.array(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 3 }), (url, path) => {
        const target = isUrl(url) ? gitTarget(url) : null;
        // A permalink that a parser would rewrite (a folder named "..") is not made from what git holds: see `locate`.
        if (target === null || path.some((name) => /^\.{1,2}$|\p{Surrogate}/u.test(name))) return true;
        return describeLink(target.permalinkOf(SHA, path, '')).commit === SHA;
      }),
      { numRuns: 300 },
    );
  });
});
