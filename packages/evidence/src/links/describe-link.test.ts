import { describe, expect, it } from 'vitest';
import { describeLink } from './describe-link.js';
import { isRefused } from './description.js';

const SHA = '0f3c1b2a4d5e6f708192a3b4c5d6e7f801234567';
const SHA64 = `${SHA}89abcdef0123456789abcdef`;

describe('describeLink of a link that names one immutable version', () => {
  it.each([
    // [what it is, link, kind, fetchable, repository]
    ['GitHub tree', `https://github.com/ada/todo/tree/${SHA}`, 'repository', false, 'https://github.com/ada/todo'],
    ['GitHub tree below a folder', `https://github.com/ada/todo/tree/${SHA}/src/api`, 'repository', false, 'https://github.com/ada/todo'],
    ['GitHub blob', `https://github.com/ada/todo/blob/${SHA}/src/a.ts#L10-L20`, 'file', false, 'https://github.com/ada/todo'],
    ['GitHub blob of a document', `https://github.com/ada/todo/blob/${SHA}/report.pdf`, 'document', false, 'https://github.com/ada/todo'],
    ['GitHub commit', `https://github.com/ada/todo/commit/${SHA}`, 'repository', false, 'https://github.com/ada/todo'],
    [
      'GitHub commit of a pull request',
      `https://github.com/ada/todo/pull/7/commits/${SHA}`,
      'repository',
      false,
      'https://github.com/ada/todo',
    ],
    ['GitHub raw', `https://raw.githubusercontent.com/ada/todo/${SHA}/a.png`, 'image', true, 'https://github.com/ada/todo'],
    ['GitHub archive', `https://github.com/ada/todo/archive/${SHA}.zip`, 'file', true, 'https://github.com/ada/todo'],
    ['gist revision', `https://gist.github.com/ada/aa11bb22/${SHA}`, 'repository', false, 'https://gist.github.com/ada/aa11bb22'],
    [
      'GitLab tree in nested groups',
      `https://gitlab.com/uni/cs/ada/todo/-/tree/${SHA}`,
      'repository',
      false,
      'https://gitlab.com/uni/cs/ada/todo',
    ],
    ['GitLab raw', `https://gitlab.com/ada/todo/-/raw/${SHA}/a.pdf`, 'document', true, 'https://gitlab.com/ada/todo'],
    ['self-hosted GitLab', `https://git.uni.example/ada/todo/-/commit/${SHA}`, 'repository', false, 'https://git.uni.example/ada/todo'],
    ['Codeberg source', `https://codeberg.org/ada/todo/src/commit/${SHA}/src`, 'repository', false, 'https://codeberg.org/ada/todo'],
    ['Codeberg commit', `https://codeberg.org/ada/todo/commit/${SHA}`, 'repository', false, 'https://codeberg.org/ada/todo'],
    [
      'self-hosted Forgejo raw',
      `https://code.uni.example/ada/todo/raw/commit/${SHA}/a.svg`,
      'image',
      true,
      'https://code.uni.example/ada/todo',
    ],
    [
      'self-hosted Gitea with SHA-256',
      `https://code.uni.example/ada/todo/commit/${SHA64}`,
      'repository',
      false,
      'https://code.uni.example/ada/todo',
    ],
    ['Bitbucket source', `https://bitbucket.org/ada/todo/src/${SHA}/`, 'repository', false, 'https://bitbucket.org/ada/todo'],
    ['Bitbucket commit', `https://bitbucket.org/ada/todo/commits/${SHA}`, 'repository', false, 'https://bitbucket.org/ada/todo'],
    ['sourcehut tree', `https://git.sr.ht/~ada/todo/tree/${SHA}`, 'repository', false, 'https://git.sr.ht/~ada/todo'],
    ['sourcehut file', `https://git.sr.ht/~ada/todo/tree/${SHA}/item/a.md`, 'document', false, 'https://git.sr.ht/~ada/todo'],
    ['sourcehut blob', `https://git.sr.ht/~ada/todo/blob/${SHA}/a.md`, 'document', true, 'https://git.sr.ht/~ada/todo'],
    [
      'commit in the fragment, any host',
      `https://git.uni.example/ada/todo.git#${SHA}`,
      'repository',
      false,
      'https://git.uni.example/ada/todo.git',
    ],
  ] as const)('%s', (_, url, kind, fetchable, repository) => {
    expect(describeLink(url)).toMatchObject({ url, kind, fetchable, repository, pinned: true, pinnedBy: 'commit', problems: [] });
    expect(describeLink(url).commit).toBe(url.includes(SHA64) ? SHA64 : SHA);
  });

  it('gives the permalink of the forge when the commit is in the fragment', () => {
    expect(describeLink(`https://github.com/ada/todo#${SHA.toUpperCase()}`).permalink).toBe(`https://github.com/ada/todo/tree/${SHA}`);
    expect(describeLink(`https://gitlab.com/ada/todo.git#${SHA}`).permalink).toBe(`https://gitlab.com/ada/todo/-/tree/${SHA}`);
    expect(describeLink(`https://codeberg.org/ada/todo#${SHA}`).permalink).toBe(`https://codeberg.org/ada/todo/src/commit/${SHA}`);
    expect(describeLink(`https://bitbucket.org/ada/todo#${SHA}`).permalink).toBe(`https://bitbucket.org/ada/todo/src/${SHA}/`);
    expect(describeLink(`https://git.sr.ht/~ada/todo#${SHA}`).permalink).toBe(`https://git.sr.ht/~ada/todo/tree/${SHA}`);
  });

  it('drops the query in the permalink and keeps the lines it points at', () => {
    const url = `https://github.com/ada/todo/blob/${SHA}/a.ts?plain=1#L3`;
    expect(describeLink(url).permalink).toBe(`https://github.com/ada/todo/blob/${SHA}/a.ts#L3`);
  });

  it('reads a SWHID, bare or in the archive, with the commit of its anchor', () => {
    const swhid = `swh:1:dir:${SHA};origin=https://github.com/ada/todo;anchor=swh:1:rev:${SHA}`;
    expect(describeLink(swhid)).toMatchObject({ kind: 'repository', host: null, pinned: true, pinnedBy: 'swhid', commit: SHA });
    expect(describeLink(swhid).permalink).toBe(`https://archive.softwareheritage.org/${swhid}`);
    expect(describeLink(`https://archive.softwareheritage.org/${swhid}/`)).toMatchObject({ pinned: true, pinnedBy: 'swhid' });
    expect(describeLink(`swh:1:cnt:${SHA};path=/docs/report.pdf`).kind).toBe('document');
    expect(describeLink(`swh:1:rev:${SHA}`).commit).toBe(SHA);
  });

  it('reads a DOI in any of its spellings', () => {
    for (const url of ['doi:10.5281/zenodo.1234', 'https://doi.org/10.5281/zenodo.1234', 'https://dx.doi.org/10.5281/zenodo.1234'])
      expect(describeLink(url)).toMatchObject({
        kind: 'document',
        pinned: false,
        names: 'doi',
        doi: '10.5281/zenodo.1234',
        permalink: 'https://doi.org/10.5281/zenodo.1234',
        problems: ['doi-not-asked'],
      });
  });

  it('reads a capture of the Wayback Machine, with the kind of the captured page', () => {
    const url = 'https://web.archive.org/web/20261101120000/https://ada.example/report.pdf';
    const found = { kind: 'document', pinned: false, names: 'capture', captureTime: '20261101120000', problems: ['capture-not-asked'] };
    expect(describeLink(url)).toMatchObject(found);
    expect(describeLink('https://web.archive.org/web/2026*/https://ada.example/').pinned).toBe(false);
  });
});

describe('describeLink of a link that may change', () => {
  it.each([
    ['https://github.com/ada/todo', 'no-commit', 'repository'],
    ['https://github.com/ada/todo#readme', 'no-commit', 'repository'],
    ['https://github.com/ada/todo/pull/7', 'no-commit', 'repository'],
    ['https://github.com/ada/todo/tree/main', 'branch-link', 'repository'],
    ['https://github.com/ada/todo/blob/main/report.pdf', 'branch-link', 'document'],
    ['https://github.com/ada/todo/tree/v1.2.0', 'tag-link', 'repository'],
    ['https://github.com/ada/todo/releases/tag/v1', 'tag-link', 'repository'],
    ['https://github.com/ada/todo/releases/download/v1/app.zip', 'tag-link', 'file'],
    ['https://github.com/ada/todo/archive/refs/heads/main.zip', 'branch-link', 'file'],
    ['https://raw.githubusercontent.com/ada/todo/refs/tags/v1/a.png', 'tag-link', 'image'],
    ['https://raw.githubusercontent.com/ada/todo/main/a.png', 'branch-link', 'image'],
    ['https://github.com/ada/todo/commit/0f3c1b2', 'short-commit', 'repository'],
    [`https://github.com/ada/todo/commit/${SHA.slice(1)}`, 'short-commit', 'repository'],
    [`https://gist.githubusercontent.com/ada/aa11bb22/raw/a.py`, 'no-commit', 'file'],
    ['https://gitlab.com/ada/todo/-/blob/main/a.md', 'branch-link', 'document'],
    ['https://gitlab.com/ada/todo/-/merge_requests/3', 'no-commit', 'repository'],
    ['https://codeberg.org/ada/todo/src/branch/main', 'branch-link', 'repository'],
    ['https://codeberg.org/ada/todo/src/tag/v1', 'tag-link', 'repository'],
    [`https://codeberg.org/ada/todo/src/branch/${SHA}`, 'branch-link', 'repository'],
    ['https://git.uni.example/ada/todo.git', 'no-commit', 'repository'],
    ['https://ada.github.io/todo/', 'live-page', 'deployment'],
    ['https://todo.vercel.app', 'live-page', 'deployment'],
    ['https://www.youtube.com/watch?v=abc', 'not-byte-checkable', 'video'],
    ['https://ada.example/report.PDF', 'live-page', 'document'],
    ['https://ada.example/shot.png?w=100', 'live-page', 'image'],
    ['https://docs.google.com/document/d/abc/edit', 'live-page', 'document'],
    ['https://ada.example/blog/my-work', 'live-page', 'page'],
  ] as const)('%s: %s', (url, problem, kind) => {
    expect(describeLink(url)).toMatchObject({ url, kind, pinned: false, problems: [problem] });
    expect(describeLink(url).pinnedBy).toBeUndefined();
    expect(isRefused(describeLink(url))).toBe(false);
  });

  it('does not take a look-alike host for a forge, nor a video host as a file to fetch', () => {
    expect(describeLink(`https://github.com.evil.example/ada/todo/tree/${SHA}`).pinned).toBe(false);
    expect(describeLink(`https://ada.example/page#${SHA}`).pinned).toBe(false);
    expect(describeLink('https://notyoutube.com/watch').kind).toBe('page');
    expect(describeLink('https://youtu.be/abc').fetchable).toBe(false);
  });

  it('names the problem of an unencrypted link', () => {
    expect(describeLink('http://ada.example/a.pdf').problems).toEqual(['live-page', 'not-encrypted']);
  });
});
