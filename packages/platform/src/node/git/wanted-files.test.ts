import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GitPlace } from '@proofmark/schemas/git';
import { uploadPack } from '@proofmark/testkit';
import { describe, expect, it } from 'vitest';
import { good, serve, source, version } from './reading.fixture.js';

describe('wanted files', () => {
  it('are read from the root of the commit, when they are small files and no links', async () => {
    const place = await serve((root) => uploadPack(root));
    const { repository, url } = place;
    const files = ['.well-known/proofmark.txt', 'proofmark.txt', 'large.txt', 'link.txt', 'docs', 'gone.txt', 'docs/gone.txt'];
    const tree = {
      '.well-known/proofmark.txt': 'one\n',
      'proofmark.txt': 'two\n',
      'large.txt': 'x'.repeat(5000),
      'link.txt': ['symlink', 'proofmark.txt'] as const,
      'docs/a.md': '#',
    };
    await repository.branch('main', await repository.commit(tree));
    const read = good(await source.read(version(url, 'main/docs', { files })));
    expect(read.files.map(({ path, content }) => [path, Buffer.from(content).toString()])).toEqual([
      ['.well-known/proofmark.txt', 'one\n'],
      ['proofmark.txt', 'two\n'],
    ]);
    await place.close();
  });

  it('are read with whether a branch leads to their commit, which a fork or a proposal does not', async () => {
    const place = await serve((root) => uploadPack(root));
    const { repository, url } = place;
    const main = await repository.commit({ a: '1' });
    await repository.branch('main', main);
    const proposed = await repository.commit({ a: '2' }, { parents: [main] });
    await mkdir(join(repository.folder, 'refs/pull/7'), { recursive: true });
    await writeFile(join(repository.folder, 'refs/pull/7/head'), `${proposed}\n`);
    const at = async (place: GitPlace) => good(await source.read({ remotes: [url], place }));
    expect(await at({ names: 'head' })).toMatchObject({ reachable: true, onBranch: true });
    expect(await at({ names: 'ref', ref: 'refs/pull/7/head' })).toMatchObject({ commit: proposed, reachable: true, onBranch: false });
    expect(await at({ names: 'version', parts: [proposed], versionIs: 'commit' })).toMatchObject({ reachable: false, onBranch: false });
    await place.close();
  });
});
