import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeLink } from '@proofmark/evidence';
import { afterAll, describe, expect, it } from 'vitest';
import { commitLink, FALLBACK_COMMIT, permalink } from './commit-link.js';

const COMMIT = '123ecde904a6b7716c3342ce2ea564658f8fa470';
const root = mkdtempSync(join(tmpdir(), 'proofmark-commit-'));
afterAll(() => rmSync(root, { recursive: true }));

describe('permalink', () => {
  it.each([
    ['https://github.com/acme/todo.git', `https://github.com/acme/todo/tree/${COMMIT}`],
    ['https://github.com/acme/todo', `https://github.com/acme/todo/tree/${COMMIT}`],
    ['https://gitlab.com/acme/group/todo.git', `https://gitlab.com/acme/group/todo/-/tree/${COMMIT}`],
    ['http://codeberg.org/acme/todo/', `https://codeberg.org/acme/todo/src/commit/${COMMIT}`],
    ['https://me:token@github.com/acme/todo.git', `https://github.com/acme/todo/tree/${COMMIT}`],
  ])('of %s is pinned and holds no token', (remote, link) => {
    expect(permalink(remote, COMMIT)).toBe(link);
    expect(describeLink(link)).toMatchObject({ pinned: true, pinnedBy: 'commit', kind: 'repository' });
  });

  it.each([
    'git@github.com:acme/todo.git',
    '/srv/git/todo',
    'https://git.internal/acme/todo',
    'https://github.com/',
    'https://constructor/a/b',
  ])('of %s is not known', (remote) => {
    expect(permalink(remote, COMMIT)).toBeNull();
  });

  it('requires a full commit id', () => {
    expect(permalink('https://github.com/acme/todo', 'main')).toBeNull();
  });

  it('is pinned also in another form', () => {
    expect(describeLink(FALLBACK_COMMIT)).toMatchObject({ pinned: true, pinnedBy: 'commit' });
  });
});

describe('commitLink', () => {
  function git(folder: string, ...args: string[]): string {
    const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgsign=false'];
    return execFileSync('git', [...identity, '-C', folder, ...args], { encoding: 'utf8' }).trim();
  }

  it('names HEAD only when the public host has that commit', async () => {
    const [origin, clone] = [join(root, 'origin'), join(root, 'clone')];
    execFileSync('git', ['init', '-q', origin]);
    git(origin, 'commit', '-q', '--allow-empty', '-m', 'Begin');
    execFileSync('git', ['clone', '-q', origin, clone]);
    expect(await commitLink(clone)).toBe(FALLBACK_COMMIT);
    git(clone, 'remote', 'set-url', 'origin', 'https://github.com/acme/todo.git');
    expect(await commitLink(clone)).toBe(`https://github.com/acme/todo/tree/${git(clone, 'rev-parse', 'HEAD')}`);
    git(clone, 'commit', '-q', '--allow-empty', '-m', 'Not pushed');
    expect(await commitLink(clone)).toBe(FALLBACK_COMMIT);
  });

  it('answers without a repository', async () => {
    expect(await commitLink(root)).toBe(FALLBACK_COMMIT);
  });
});
