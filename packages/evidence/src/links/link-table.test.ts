import { describe, expect, it } from 'vitest';
import { describeLink } from './describe-link.js';
import { isRefused } from './description.js';
import { gitTarget } from './git-target.js';

const SHA = '5d41402abc4b2a76b9719d911017c592ae2f8e10';
const OTHER = '7b52009b64fd0a2a49e6d8a939753077792b0554';
const SHA256 = `${SHA}${OTHER.slice(0, 24)}`;
const UPPER = SHA.toUpperCase();

/**
 * What each link is taken for, by its text alone:
 * `commit REPOSITORY [PATH]`: names the commit SHA · `at VERSION`: git is asked for it · a code: what keeps it from naming a version
 */
const TABLE: readonly (readonly [forge: string, link: string, expectation: string])[] = [
  ['GitHub', `https://github.com/grace/compiler/tree/${SHA}/`, 'commit https://github.com/grace/compiler'],
  ['GitHub', `https://github.com/grace/compiler/tree/${UPPER}/lib`, 'commit https://github.com/grace/compiler lib'],
  ['GitHub', `https://github.com/grace/compiler.git/blob/${SHA}/a.c#L10`, 'commit https://github.com/grace/compiler a.c'],
  ['GitHub', `https://www.github.com/grace/compiler/blob/${SHA}/a%20b.c?plain=1`, 'commit https://www.github.com/grace/compiler a b.c'],
  ['GitHub', `https://github.com/grace/compiler/blame/${SHA}/lib/a.c`, 'commit https://github.com/grace/compiler lib/a.c'],
  ['GitHub', `https://github.com/grace/compiler/edit/${SHA}/lib/a.c`, 'commit https://github.com/grace/compiler lib/a.c'],
  ['GitHub', `https://github.com/grace/compiler/raw/${SHA}/lib/a.c`, 'commit https://github.com/grace/compiler lib/a.c'],
  ['GitHub', `https://github.com/grace/compiler/commits/${SHA}`, 'commit https://github.com/grace/compiler'],
  ['GitHub', `https://github.com/grace/compiler/commit/${SHA}.patch`, 'commit https://github.com/grace/compiler'],
  ['GitHub', `https://github.com/grace/compiler/commit/${SHA}.diff`, 'commit https://github.com/grace/compiler'],
  ['GitHub', `https://github.com/grace/compiler/commit/${SHA256}`, 'commit https://github.com/grace/compiler'],
  ['GitHub', `https://github.com/grace/compiler/pull/9/commits/${SHA}`, 'commit https://github.com/grace/compiler'],
  ['GitHub', `https://github.com/grace/compiler/pull/9/files/${SHA}`, 'commit https://github.com/grace/compiler'],
  ['GitHub', `https://github.com/grace/compiler/pull/9/files/${SHA}#diff-1`, 'commit https://github.com/grace/compiler'],
  ['GitHub', `https://github.com/grace/compiler/pull/9/changes/${SHA}`, 'commit https://github.com/grace/compiler'],
  ['GitHub', `https://github.com/grace/compiler/pull/9/files/${OTHER}..${SHA}`, 'no-commit'],
  ['GitHub', `https://github.com/grace/compiler/compare/${OTHER}...${SHA}`, 'no-commit'],
  ['GitHub', `https://github.com/grace/compiler/issues/9#${SHA}`, 'no-commit'],
  ['GitHub', `https://github.com/grace/compiler/wiki/Home/${SHA}`, 'no-commit'],
  ['GitHub', `https://github.com/grace/compiler/archive/${SHA}.tar.gz`, 'commit https://github.com/grace/compiler'],
  ['GitHub', `https://github.com/grace/compiler/zipball/${SHA}`, 'commit https://github.com/grace/compiler'],
  ['GitHub', `https://github.com/grace/compiler/tarball/${SHA}`, 'commit https://github.com/grace/compiler'],
  ['GitHub', 'https://github.com/grace/compiler/archive/refs/tags/v1.zip', 'tag-link'],
  ['GitHub', 'https://github.com/grace/compiler/zipball/refs/heads/main', 'branch-link'],
  ['GitHub', 'https://github.com/grace/compiler/tree/refs/heads/main', 'at branch main'],
  ['GitHub', 'https://github.com/grace/compiler/tree/refs/tags/v1', 'at tag v1'],
  ['GitHub', 'https://github.com/grace/compiler/commits/refs/heads/x/y', 'at branch x/y'],
  ['GitHub', 'https://github.com/grace/compiler/blame/main/a.c', 'at any main/a.c'],
  ['GitHub', 'https://github.com/grace/compiler/tree/fix%2Fx/lib', 'at any fix/x/lib'],
  ['GitHub', `https://github.com/grace/compiler/tree/refs/heads/${SHA}`, `at branch ${SHA}`],
  ['GitHub', `https://github.com/grace/compiler/commit/${SHA.slice(0, 10)}`, 'short-commit'],
  ['GitHub raw', `https://raw.githubusercontent.com/grace/compiler/${SHA}/a.c`, 'commit https://github.com/grace/compiler a.c'],
  ['GitHub raw', 'https://raw.githubusercontent.com/grace/compiler/refs/heads/main/a.c', 'at branch main/a.c'],
  ['GitHub LFS', `https://media.githubusercontent.com/media/grace/compiler/${SHA}/a.bin`, 'commit https://github.com/grace/compiler a.bin'],
  ['GitHub archives', `https://codeload.github.com/grace/compiler/zip/${SHA}`, 'commit https://github.com/grace/compiler'],
  ['GitHub archives', `https://codeload.github.com/grace/compiler/legacy.tar.gz/${SHA}`, 'commit https://github.com/grace/compiler'],
  ['GitHub archives', 'https://codeload.github.com/grace/compiler/zip/refs/heads/main', 'branch-link'],
  ['gist', `https://gist.github.com/grace/${OTHER.slice(0, 32)}/${SHA}`, `commit https://gist.github.com/grace/${OTHER.slice(0, 32)}`],
  ['gist', `https://gist.github.com/${OTHER.slice(0, 32)}/${SHA}`, `commit https://gist.github.com/${OTHER.slice(0, 32)}`],
  ['gist', `https://gist.github.com/grace/${OTHER.slice(0, 32)}/revisions`, 'no-commit'],
  ['gist', `https://gist.github.com/grace/aa11bb22/archive/${SHA}.zip`, 'commit https://gist.github.com/grace/aa11bb22'],
  ['gist raw', `https://gist.githubusercontent.com/grace/aa11bb22/raw/${SHA}/a.c`, 'commit https://gist.github.com/grace/aa11bb22 a.c'],
  ['gist raw', 'https://gist.githubusercontent.com/grace/aa11bb22/raw/a.c', 'no-commit'],
  ['GitLab', `https://gitlab.com/navy/lab/compiler/blob/${SHA}/lib/a.c`, 'commit https://gitlab.com/navy/lab/compiler lib/a.c'],
  ['GitLab', `https://gitlab.com/navy/compiler/tree/${SHA}`, 'commit https://gitlab.com/navy/compiler'],
  ['GitLab', `https://gitlab.com/navy/compiler/commit/${SHA}`, 'commit https://gitlab.com/navy/compiler'],
  ['GitLab', `https://gitlab.com/navy/compiler/-/commit/${SHA}.diff`, 'commit https://gitlab.com/navy/compiler'],
  ['GitLab', `https://gitlab.com/navy/compiler/-/blame/${SHA}/a.c`, 'commit https://gitlab.com/navy/compiler a.c'],
  ['GitLab', `https://gitlab.com/navy/compiler/-/raw/${SHA}/a.c?inline=false`, 'commit https://gitlab.com/navy/compiler a.c'],
  ['GitLab', `https://gitlab.com/navy/compiler/-/archive/${SHA}/compiler-${SHA}.zip`, 'commit https://gitlab.com/navy/compiler'],
  ['GitLab', `https://gitlab.com/navy/compiler/-/merge_requests/9/diffs?commit_id=${SHA}`, 'commit https://gitlab.com/navy/compiler'],
  ['GitLab', `https://gitlab.com/navy/compiler/merge_requests/9/diffs?commit_id=${SHA}`, 'commit https://gitlab.com/navy/compiler'],
  ['GitLab', `https://gitlab.com/navy/compiler/-/merge_requests/9/diffs?commit_id=${SHA}&commit_id=${OTHER}`, 'no-commit'],
  ['GitLab', `https://gitlab.com/navy/compiler/-/merge_requests/9/diffs?diff_id=7&start_sha=${SHA}`, 'no-commit'],
  ['GitLab', `https://gitlab.com/navy/compiler/-/tree/${SHA}?ref_type=heads`, `at branch ${SHA}`],
  ['GitLab', 'https://gitlab.com/navy/compiler/-/blob/v1/a.c?ref_type=tags', 'at tag v1/a.c'],
  ['GitLab', 'https://gitlab.com/navy/compiler/tree/main/lib', 'at any main/lib'],
  ['own GitLab', `https://gitlab.uni.example/navy/compiler/tree/${SHA}`, 'commit https://gitlab.uni.example/navy/compiler'],
  ['own GitLab', `https://git.uni.example:8443/navy/compiler/-/tree/${SHA}`, 'commit https://git.uni.example:8443/navy/compiler'],
  ['Forgejo', `https://codeberg.org/grace/compiler/src/commit/${SHA}/lib/`, 'commit https://codeberg.org/grace/compiler lib'],
  ['Forgejo', `https://codeberg.org/grace/compiler/blame/commit/${SHA}/a.c`, 'commit https://codeberg.org/grace/compiler a.c'],
  ['Forgejo', `https://codeberg.org/grace/compiler/commits/commit/${SHA}`, 'commit https://codeberg.org/grace/compiler'],
  ['Forgejo', `https://codeberg.org/grace/compiler/commit/${SHA}.patch`, 'commit https://codeberg.org/grace/compiler'],
  ['Forgejo', `https://codeberg.org/grace/compiler/archive/${SHA}.zip`, 'commit https://codeberg.org/grace/compiler'],
  ['Forgejo', `https://codeberg.org/grace/compiler/pulls/9/commits/${SHA}`, 'commit https://codeberg.org/grace/compiler'],
  ['Forgejo', `https://codeberg.org/grace/compiler/pulls/9/files/${OTHER}..${SHA}`, 'no-commit'],
  ['Forgejo', `https://codeberg.org/grace/compiler/src/branch/${SHA}`, `at branch ${SHA}`],
  [
    'Gitea of their own',
    `https://code.uni.example/grace/compiler/pulls/9/commits/${SHA}`,
    'commit https://code.uni.example/grace/compiler',
  ],
  ['Gitea of their own', `https://code.uni.example/grace/compiler/archive/${SHA}.tar.gz`, 'commit https://code.uni.example/grace/compiler'],
  ['Gogs', `https://notabug.org/grace/compiler/src/${SHA}/a.c`, 'commit https://notabug.org/grace/compiler a.c'],
  ['Bitbucket', `https://bitbucket.org/grace/compiler/get/${SHA}.zip`, 'commit https://bitbucket.org/grace/compiler'],
  ['Bitbucket', `https://bitbucket.org/grace/compiler/src/${SHA}/lib/a.c?at=main`, 'commit https://bitbucket.org/grace/compiler lib/a.c'],
  ['Bitbucket', `https://bitbucket.org/grace/compiler/annotate/${SHA}/a.c`, 'commit https://bitbucket.org/grace/compiler a.c'],
  ['Bitbucket', `https://bitbucket.org/grace/compiler/commits/${SHA}`, 'commit https://bitbucket.org/grace/compiler'],
  ['Bitbucket', 'https://bitbucket.org/grace/compiler/commits/branch/x/y', 'at branch x/y'],
  ['Bitbucket', 'https://bitbucket.org/grace/compiler/get/main.zip', 'branch-link'],
  ['Hugging Face', `https://huggingface.co/grace/cobol/blob/${SHA}/README.md`, 'commit https://huggingface.co/grace/cobol README.md'],
  ['Hugging Face', `https://huggingface.co/grace/cobol/resolve/${SHA}/m.bin`, 'commit https://huggingface.co/grace/cobol m.bin'],
  ['Hugging Face', `https://huggingface.co/grace/cobol/tree/${SHA}`, 'commit https://huggingface.co/grace/cobol'],
  ['Hugging Face', `https://huggingface.co/grace/cobol/commit/${SHA}`, 'commit https://huggingface.co/grace/cobol'],
  ['Hugging Face', `https://huggingface.co/cobol/raw/${SHA}/a.txt`, 'commit https://huggingface.co/cobol a.txt'],
  [
    'Hugging Face',
    `https://huggingface.co/datasets/grace/words/blob/${SHA}/w.csv`,
    'commit https://huggingface.co/datasets/grace/words w.csv',
  ],
  ['Hugging Face', `https://huggingface.co/spaces/grace/demo/tree/${SHA}`, 'commit https://huggingface.co/spaces/grace/demo'],
  ['Hugging Face', 'https://huggingface.co/grace/cobol/blob/main/README.md', 'at any main/README.md'],
  ['Gitee', `https://gitee.com/grace/compiler/blob/${SHA}/a.c`, 'commit https://gitee.com/grace/compiler a.c'],
  ['Gitee', `https://gitee.com/grace/compiler/repository/archive/${SHA}.zip`, 'commit https://gitee.com/grace/compiler'],
  ['Azure', `https://dev.azure.com/navy/lab/_git/compiler?version=GC${SHA}`, 'commit https://dev.azure.com/navy/lab/_git/compiler'],
  [
    'Azure',
    `https://dev.azure.com/navy/lab/_git/compiler?path=/lib/a.c&version=GC${SHA}`,
    'commit https://dev.azure.com/navy/lab/_git/compiler lib/a.c',
  ],
  [
    'Azure',
    `https://dev.azure.com/navy/lab/_git/compiler/commit/${SHA}?refName=refs/heads/main`,
    'commit https://dev.azure.com/navy/lab/_git/compiler',
  ],
  ['Azure', `https://dev.azure.com/navy/lab/_git/compiler/commit/${SHA}?version=GC${OTHER}`, 'no-commit'],
  ['Azure', `https://dev.azure.com/navy/lab/_git/compiler?version=GB${SHA}`, `at branch ${SHA}`],
  ['Azure', 'https://dev.azure.com/navy/lab/_git/compiler?version=GTv1', 'at tag v1'],
  ['Azure', `https://dev.azure.com/navy/lab/_git/compiler?version=GC${SHA}&version=GC${OTHER}`, 'no-commit'],
  ['Azure', `https://navy.visualstudio.com/lab/_git/compiler?version=GC${SHA}`, 'commit https://navy.visualstudio.com/lab/_git/compiler'],
  ['sourcehut', `https://git.sr.ht/~grace/compiler/commit/${SHA}.patch`, 'commit https://git.sr.ht/~grace/compiler'],
  ['sourcehut', `https://git.sr.ht/~grace/compiler/archive/${SHA}.tar.gz`, 'commit https://git.sr.ht/~grace/compiler'],
  ['sourcehut', `https://git.sr.ht/~grace/compiler/blame/${SHA}/a.c`, 'commit https://git.sr.ht/~grace/compiler a.c'],
  ['sourcehut', 'https://git.sr.ht/~grace/compiler/refs/v1', 'at tag v1'],
  ['any host', `https://git.uni.example/compiler.git#${UPPER}`, 'commit https://git.uni.example/compiler.git'],
  ['Software Heritage', `https://archive.softwareheritage.org/browse/revision/${SHA}/`, `swh:1:rev:${SHA}`],
  ['Software Heritage', `https://archive.softwareheritage.org/browse/directory/${UPPER}/`, `swh:1:dir:${SHA}`],
  ['Software Heritage', `https://archive.softwareheritage.org/browse/content/sha1_git:${SHA}/`, `swh:1:cnt:${SHA}`],
  ['Software Heritage', `https://archive.softwareheritage.org/api/1/revision/${SHA}/`, `swh:1:rev:${SHA}`],
  [
    'Software Heritage',
    `https://archive.softwareheritage.org/browse/revision/${SHA}/?origin_url=https://github.com/grace/compiler`,
    `swh:1:rev:${SHA};origin=https://github.com/grace/compiler`,
  ],
  ['Software Heritage', `https://archive.softwareheritage.org/browse/swh:1:dir:${SHA}/`, `swh:1:dir:${SHA}`],
  ['Software Heritage', `https://archive.softwareheritage.org/browse/directory/${SHA}/?path=lib`, 'live-page'],
  ['Software Heritage', 'https://archive.softwareheritage.org/browse/origin/directory/?origin_url=https://github.com/grace/x', 'live-page'],
  ['Wayback', 'https://web.archive.org/web/20260301000000/https://grace.example/', 'capture-not-asked'],
  ['Wayback', 'https://web.archive.org/web/20260301000000id_/https://grace.example/a.pdf', 'capture-not-asked'],
  ['Wayback', 'https://web.archive.org/web/20261301000000/https://grace.example/', 'no-such-capture'],
  ['Wayback', 'https://web.archive.org/web/20760301000000/https://grace.example/', 'future-capture'],
  ['Wayback', 'https://web.archive.org/web/2026*/https://grace.example/', 'live-page'],
  ['Wayback', 'https://web.archive.org/web/2026/https://grace.example/', 'live-page'],
  ['DOI', 'https://doi.org/10.5281/zenodo.7654321', 'doi-not-asked'],
  ['DOI', 'https://doi.org/10.5281%2Fzenodo.7654321', 'doi-not-asked'],
  ['look-alike', `https://github.com.uni.example/grace/compiler/tree/${SHA}`, 'live-page'],
  ['look-alike', `https://githubb.com/grace/compiler/blob/${SHA}/a.c`, 'live-page'],
  ['look-alike', 'https://web.archive.org.uni.example/web/20260301000000/https://grace.example/', 'live-page'],
  ['SSH', 'git@github.com:grace/compiler.git', 'ssh-link'],
  ['SSH', 'ssh://git@git.uni.example:2222/grace/compiler.git', 'ssh-link'],
  ['git', 'git://git.uni.example/compiler.git', 'ssh-link'],
];

function takenFor(link: string): string {
  const { pinnedBy, commit, repository, permalink = '', problems } = describeLink(link, { now: Date.parse('2026-11-28T00:00:00Z') });
  if (pinnedBy === 'swhid') return permalink.slice(permalink.indexOf('swh:'));
  const place = gitTarget(link)?.place;
  if (pinnedBy === 'commit') {
    expect(commit).toBe(link.includes(SHA256) ? SHA256 : SHA);
    const again = describeLink(permalink);
    expect(again).toMatchObject({ pinnedBy: 'commit', commit, permalink });
    const path = place?.names === 'version' ? place.parts.slice(1).join('/') : '';
    return ['commit', repository, path].filter((part) => part !== '').join(' ');
  }
  if (place?.names === 'version' && place.versionIs !== 'commit') return `at ${place.versionIs} ${place.parts.join('/')}`;
  return problems[0] ?? '';
}

describe('a link', () => {
  it.each(TABLE)('to %s, %s, is taken for %s', (_, link, expectation) => {
    expect(takenFor(link)).toBe(expectation);
  });

  it('that names several versions is read at none of them', () => {
    for (const [, link, expectation] of TABLE) {
      if (expectation !== 'no-commit') continue;
      const place = gitTarget(link)?.place;
      expect([link, place?.names === 'version' || place?.names === 'ref']).toEqual([link, false]);
    }
  });

  it('for SSH, or of a capture that is still to be taken, cannot be evidence', () => {
    for (const [, link, expectation] of TABLE)
      expect([link, isRefused(describeLink(link, { now: Date.parse('2026-11-28T00:00:00Z') }))]).toEqual([
        link,
        expectation === 'ssh-link' || expectation === 'future-capture',
      ]);
  });
});
