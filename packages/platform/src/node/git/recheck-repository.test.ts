import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Recheck } from '@proofmark/evidence';
import { swhidOf } from '@proofmark/schemas/git';
import { loopbackServer } from '@proofmark/testkit';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GIT_ITSELF, good, type Place, SERVERS, serve, source, version } from './reading.fixture.js';
import { rechecker, status } from './rechecking.fixture.js';

const { recheck, close } = rechecker();
afterAll(close);

const COMMITTED = '2023-11-14T22:13:20Z';
const line = (sameBytes: Recheck['sameBytes'], reason: string | null = null, notes: readonly string[] = []): object => ({
  sameBytes,
  reason,
  notes,
});

describe.each(GIT_ITSELF.length > 0 ? GIT_ITSELF : SERVERS.slice(0, 1))('rechecking, by %s, a repository that', (name, listener) => {
  // A server of version 0 gives nothing that no branch leads to, so what it still has cannot be told from what it forgot.
  const strict = name.includes('version 0');
  let place: Place;
  let commit: string;
  const link = (id: string = commit): string => `${place.url}#${id}`;
  /** As a server forgets what no branch leads to. */
  const forget = (id: string): Promise<void> => rm(join(place.repository.folder, 'objects', id.slice(0, 2), id.slice(2)));
  const swhids = async (): Promise<string[]> => {
    const { object } = good(await source.read(version(place.url, commit)));
    return [swhidOf('dir', object.id)!, swhidOf('rev', commit)!, 'swh:1:snp:'.concat('0'.repeat(40)), 'no swhid'];
  };
  beforeEach(async () => {
    place = await serve(listener);
    commit = await place.repository.commit({ 'a.txt': 'a', 'src/b.ts': 'let b;' });
    await place.repository.branch('main', commit);
  });
  afterEach(() => place.close());

  it('is as it was', async () => {
    expect(await recheck({ id: link(), swhids: await swhids() })).toEqual({
      ...line('matches'),
      changedAt: COMMITTED,
      readBy: { grade: 'git', host: new URL(place.url).host },
      contents: {
        listing: { by: 'git', files: 2, bytes: 7, languages: [{ name: 'TypeScript', files: 1, bytes: 6 }], licence: null },
        history: { by: 'git', commits: 1, complete: true, first: COMMITTED, last: COMMITTED },
        since: null,
      },
    });
  });

  it('has a licence in its root folder, whatever else is called so', async () => {
    const files = { 'a.txt': 'a', 'licenses.ts': 'let b;', 'src/LICENSE': 'no', 'LICENCE.md': 'Apache' };
    const licensed = await place.repository.commit(files, { parents: [commit] });
    await place.repository.branch('main', licensed);
    expect((await recheck({ id: link(licensed) })).contents?.listing).toMatchObject({ licence: 'LICENCE.md' });
  });

  it('has a newer commit on the branch', async () => {
    await place.repository.branch('main', await place.repository.commit({ 'a.txt': 'b' }, { parents: [commit] }));
    expect(await recheck({ id: link() })).toMatchObject(line('matches'));
  });

  it('had its history rewritten, and the server still has the commit', async () => {
    await place.repository.branch('main', await place.repository.commit({ 'a.txt': 'b' }));
    const expected = strict ? line('gone', 'commit-not-found') : line('matches', null, ['not-on-a-branch']);
    expect(await recheck({ id: link() })).toMatchObject(expected);
  });

  it('had its history rewritten, and the server forgot the commit', async () => {
    await place.repository.branch('main', await place.repository.commit({ 'a.txt': 'b' }));
    await forget(commit);
    expect(await recheck({ id: link() })).toMatchObject(line('gone', 'commit-not-found'));
  });

  it('lost its branch', async () => {
    await place.repository.branch('other', await place.repository.commit({ 'a.txt': 'b' }));
    await place.repository.deleteBranch('main');
    const expected = strict ? line('gone', 'commit-not-found') : line('matches', null, ['not-on-a-branch']);
    expect(await recheck({ id: link() })).toMatchObject(expected);
    await forget(commit);
    expect(await recheck({ id: link() })).toMatchObject(line('gone', 'commit-not-found'));
  });

  it('lost all its branches', async () => {
    await place.repository.deleteBranch('main');
    await forget(commit);
    expect(await recheck({ id: link() })).toMatchObject(line('gone', strict ? 'empty-repository' : 'commit-not-found'));
  });

  it('was deleted', async () => {
    await rename(join(place.root, 'ada'), join(place.root, 'eve'));
    expect(await recheck({ id: link() })).toMatchObject(line('gone', 'repository-not-found'));
  });

  it('was replaced by another repository', async () => {
    await rename(join(place.root, 'ada'), join(place.root, 'eve'));
    const other = await serve(listener);
    await other.repository.branch('main', await other.repository.commit({ 'c.txt': 'c' }));
    await rename(join(other.root, 'ada'), join(place.root, 'ada'));
    expect(await recheck({ id: link() })).toMatchObject(line('gone', 'commit-not-found'));
    await other.close();
  });

  it('moved, with its new address', async () => {
    const moved = await loopbackServer((request, response) => {
      response.writeHead(301, { location: `${place.url}${(request.url ?? '').replace('/old/name.git', '')}` }).end();
    });
    expect(await recheck({ id: `${moved.origin}/old/name.git#${commit}` })).toMatchObject(line('matches', null, ['repository-moved']));
    await moved.close();
  });

  it('holds other objects than the SWHIDs of the badge', async () => {
    for (const swhid of [`swh:1:dir:${'1'.repeat(40)}`, `swh:1:rev:${'1'.repeat(40)}`, `swh:1:cnt:${'1'.repeat(40)}`])
      expect(await recheck({ id: link(), swhids: [swhid] })).toMatchObject(line('changed', 'swhid-mismatch'));
  });

  it('was named by a SWHID alone, with its origin', async () => {
    const { object } = good(await source.read(version(place.url, `${commit}/src/b.ts`)));
    const seen = { origin: place.url, revision: commit, path: 'src/b.ts' };
    expect(await recheck({ id: swhidOf('cnt', object.id, seen) })).toMatchObject(line('matches'));
    expect(await recheck({ id: swhidOf('cnt', '1'.repeat(40), seen) })).toMatchObject(line('changed', 'swhid-mismatch'));
    expect(await recheck({ id: swhidOf('cnt', object.id, { ...seen, path: 'src/c.ts' }) })).toMatchObject(line('gone', 'path-not-found'));
  });

  it('holds links that lead out of it, which are reported and never followed', async () => {
    const odd = await place.repository.commit({
      library: ['submodule', '1'.repeat(40)],
      'docs/out': ['symlink', '../../../etc/passwd'],
      'a.txt': 'a',
    });
    await place.repository.branch('odd', odd);
    expect(await recheck({ id: link(odd) })).toMatchObject({ sameBytes: 'matches', notes: ['submodule', 'symlink-outside'] });
    const inside = (path: string): string => `${place.server.origin}/ada/work/-/blob/${odd}/${path}`;
    expect(await recheck({ id: inside('docs/out') })).toMatchObject(line('gone', 'path-not-found'));
    expect(await recheck({ id: inside('library/a.txt') })).toMatchObject(line('gone', 'path-not-found'));
    expect(await recheck({ id: inside('a.txt') })).toMatchObject(line('matches'));
  });

  it('was linked by its branch, so that only its removal can be reported', async () => {
    const tree = (branch: string): string => `${place.server.origin}/ada/work/-/tree/${branch}`;
    expect(await recheck({ id: tree('main') })).toMatchObject(line('not-checked', 'branch-link'));
    expect(await recheck({ id: tree('topic') })).toMatchObject(line('gone', 'ref-not-found'));
  });
});

describe('rechecking a repository on a server that', () => {
  const COMMIT = '0'.repeat(39).concat('1');
  it.each([
    ['is private', status(401, { 'www-authenticate': 'Basic' }), line('private', 'repository-private')],
    ['forbids', status(403), line('private', 'repository-private')],
    ['has nothing there', status(404), line('gone', 'repository-not-found')],
    ['fails', status(500), line('not-checked', 'http-status')],
    ['is a web page', status(200, { 'content-type': 'text/html' }), line('not-checked', 'not-a-repository')],
    [
      'redirects to a private address',
      status(302, { location: 'https://169.254.169.254/info/refs' }),
      line('not-checked', 'refused-address'),
    ],
    ['is silent', () => {}, line('not-checked', 'timeout')],
  ] as const)('%s', async (_, listener, expected) => {
    const server = await loopbackServer(listener);
    expect(await recheck({ id: `${server.origin}/a/b.git#${COMMIT}` })).toEqual({ ...expected, notes: [], changedAt: null });
    await server.close();
  });
});
