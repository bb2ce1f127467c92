import { execFileSync } from 'node:child_process';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { swhidOf } from '@proofmark/schemas/git';
import { findHttpBackend, loopbackServer, sshLine, sshSignature, uploadPack } from '@proofmark/testkit';
import { createMessage, generateKey, sign as signOpenPgp } from 'openpgp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, GIT_ITSELF, good, type Place, SERVERS, serve, source, version } from './reading.fixture.js';

const LFS = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 12345\n`;
const FILES = {
  'README.md': '# Work\n',
  'src/a.ts': 'export const a = 1;\n',
  'src/deep/b.py': 'print(1)\n',
  'vendor/jquery.js': 'x'.repeat(1000),
  'logo.bin': new Uint8Array([0, 1, 2, 255]),
};

describe.each(SERVERS)('reading a repository: %s', (_, listener) => {
  let place: Place;
  let first: string;
  let second: string;
  beforeAll(async () => {
    place = await serve(listener);
    const { repository } = place;
    first = await repository.commit({ 'README.md': '# Begun\n' }, { email: 'bob@example.org' });
    second = await repository.commit(FILES, { parents: [first], time: 1_700_086_400, email: 'Ada@Example.org' });
    await repository.branch('main', second);
    await repository.branch('feature/login', first);
    await repository.tag('v1', first);
    await repository.tag('v2', second, true);
  });
  afterAll(() => place.close());

  it('describes the tip of the default branch', async () => {
    const read = good(await source.read({ remotes: [place.url], place: { names: 'head' }, author: { emails: ['ada@example.org'] } }));
    expect(read).toMatchObject({
      commit: second,
      committedAt: '2023-11-15T22:13:20Z',
      path: '',
      ref: 'refs/heads/main',
      reachable: true,
      objectFormat: 'sha1',
      problems: [],
    });
    expect(read.object).toEqual({ type: 'tree', id: read.rootTree });
    expect(read.tree).toEqual({
      files: 5,
      bytes: 7 + 20 + 9 + 1000 + 4,
      languages: [
        { name: 'TypeScript', files: 1, bytes: 20 },
        { name: 'Python', files: 1, bytes: 9 },
        { name: 'Markdown', files: 1, bytes: 7 },
      ],
      licence: null,
    });
    expect(read.history).toEqual({
      commits: 2,
      complete: true,
      first: '2023-11-14T22:13:20Z',
      last: '2023-11-15T22:13:20Z',
      authored: { byEmail: 1, byKey: 0 },
      proven: [],
      signatures: { valid: 0, invalid: 0, notChecked: 0 },
    });
  });

  it('resolves branches, tags, full and short commits, and the paths behind them', async () => {
    const read = async (path: string): Promise<readonly [string, string, string | null]> => {
      const { commit, path: below, ref } = good(await source.read(version(place.url, path)));
      return [commit, below, ref];
    };
    expect(await read('main')).toEqual([second, '', 'refs/heads/main']);
    expect(await read('main/src/a.ts')).toEqual([second, 'src/a.ts', 'refs/heads/main']);
    expect(await read('feature/login')).toEqual([first, '', 'refs/heads/feature/login']);
    expect(await read('feature/login/README.md')).toEqual([first, 'README.md', 'refs/heads/feature/login']);
    expect(await read('v1')).toEqual([first, '', 'refs/tags/v1']);
    expect(await read('v2/src/deep')).toEqual([second, 'src/deep', 'refs/tags/v2']);
    expect(await read(first)).toEqual([first, '', null]);
    expect(await read(`${first.slice(0, 9)}/README.md`)).toEqual([first, 'README.md', null]);
    expect(await read('HEAD')).toEqual([second, '', 'HEAD']);
  });

  it('names what cannot be found', async () => {
    expect(codeOf(await source.read(version(place.url, 'gone')))).toBe('ref-not-found');
    expect(codeOf(await source.read(version(place.url, 'main/no/such')))).toBe('path-not-found');
    expect(codeOf(await source.read(version(place.url, 'main/src/../README.md')))).toBe('path-not-found');
    expect(codeOf(await source.read(version(place.url, '0'.repeat(39).concat('1'))))).toBe('commit-not-found');
    expect(codeOf(await source.read(version(place.url, 'abcdef0')))).toBe('commit-not-found');
    expect(codeOf(await source.read(version(`${place.server.origin}/bob/none.git`, 'main')))).toBe('repository-not-found');
  });

  it('computes the ids that git computes', async () => {
    const folder = good(await source.read(version(place.url, 'main/src')));
    const file = good(await source.read(version(place.url, 'main/src/a.ts')));
    expect(file.object.type).toBe('blob');
    expect(file.tree).toMatchObject({ files: 1, bytes: 20 });
    if (findHttpBackend() === null) return;
    const git = (...args: string[]): string => execFileSync('git', ['-C', place.repository.folder, ...args], { encoding: 'utf8' }).trim();
    expect([folder.commit, folder.rootTree, folder.object.id, file.object.id]).toEqual(
      git('rev-parse', 'main', 'main^{tree}', 'main:src', 'main:src/a.ts').split('\n'),
    );
    const hashed = execFileSync('git', ['hash-object', '--stdin'], { input: FILES['src/a.ts'], encoding: 'utf8' }).trim();
    expect(swhidOf('cnt', file.object.id)).toBe(`swh:1:cnt:${hashed}`);
  });
});

describe('reading a repository that changed', () => {
  let place: Place;
  beforeAll(async () => {
    place = await serve((root) => uploadPack(root));
  });
  afterAll(() => place.close());

  it('finds the commit after a force-push, and reports that no branch leads to it', async () => {
    const { repository, url } = place;
    const before = await repository.commit({ a: '1' });
    await repository.branch('main', before);
    expect(good(await source.read(version(url, before)))).toMatchObject({ reachable: true, problems: [] });
    await repository.branch('main', await repository.commit({ a: '2' }));
    expect(good(await source.read(version(url, before)))).toMatchObject({ reachable: false, problems: ['not-on-a-branch'] });
  });

  it('does not find a deleted branch, but finds its commit while the server has it', async () => {
    const { repository, url } = place;
    const commit = await repository.commit({ a: '3' });
    await repository.branch('topic', commit);
    expect(codeOf(await source.read(version(url, 'topic')))).toBe('ok');
    await repository.deleteBranch('topic');
    expect(codeOf(await source.read(version(url, 'topic')))).toBe('ref-not-found');
    expect(codeOf(await source.read(version(url, commit)))).toBe('ok');
  });

  it('reads a moved repository at its new address, and reports it', async () => {
    const target = place.url;
    const moved = await serve(() => (request, response) => {
      response.writeHead(301, { location: `${target}${(request.url ?? '').replace('/old/name', '')}` }).end();
    });
    const read = good(await source.read({ remotes: [`${moved.server.origin}/old/name`], place: { names: 'head' } }));
    expect(read).toMatchObject({ remote: target, problems: ['repository-moved'] });
    await moved.close();
  });

  it('does not find a deleted repository', async () => {
    await rename(join(place.root, 'ada'), join(place.root, 'gone'));
    expect(await source.read(version(place.url, 'main'))).toEqual({ ok: false, code: 'repository-not-found', status: 404 });
    await rename(join(place.root, 'gone'), join(place.root, 'ada'));
  });

  it('reports an empty repository', async () => {
    await rm(join(place.root, 'ada'), { recursive: true });
    const empty = await serve((root) => uploadPack(root));
    expect(codeOf(await source.read({ remotes: [empty.url], place: { names: 'head' } }))).toBe('empty-repository');
    await empty.close();
  });
});

describe('links, submodules and LFS pointers in a repository', () => {
  it('are reported and not followed', async () => {
    const place = await serve((root) => uploadPack(root));
    const { repository, url } = place;
    const commit = await repository.commit({
      'link-in': ['symlink', 'docs/../a.txt'],
      'docs/link-out': ['symlink', '../../../etc/passwd'],
      library: ['submodule', '1'.repeat(40)],
      'big.psd': LFS,
      'a.txt': 'a',
    });
    await repository.branch('main', commit);
    const read = good(await source.read(version(url, 'main')));
    expect([...read.problems].sort()).toEqual(['lfs-pointer', 'submodule', 'symlink', 'symlink-outside']);
    expect(read.tree.files).toBe(2);
    for (const path of ['main/link-in', 'main/docs/link-out', 'main/library', 'main/link-in/b'])
      expect(codeOf(await source.read(version(url, path)))).toBe('path-not-found');
    await place.close();
  });
});

describe('signed commits', () => {
  it('are checked, and counted for a declared key', async () => {
    const place = await serve((root) => uploadPack(root));
    const { repository, url } = place;
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const line = sshLine(publicKey);
    const sign = (payload: string): string => sshSignature(payload, publicKey, privateKey);
    const first = await repository.commit({ a: '1' }, { sign });
    const second = await repository.commit({ a: '2' }, { parents: [first], sign: (payload) => sign(`${payload}!`), time: 1_700_000_001 });
    const third = await repository.commit({ a: '3' }, { parents: [second], sign: () => '-----BEGIN PGP SIGNATURE-----\n\niQ==\n' });
    await repository.branch('main', await repository.commit({ a: '4' }, { parents: [third] }));
    const read = good(await source.read(version(url, 'main', { author: { sshKeys: [`${line} ada@laptop`] } })));
    expect(read.history).toMatchObject({
      commits: 4,
      authored: { byEmail: 0, byKey: 1 },
      signatures: { valid: 1, invalid: 1, notChecked: 1 },
    });
    await place.close();
  });

  it('are counted for each proven key, by its fingerprint', async () => {
    const place = await serve((root) => uploadPack(root));
    const { repository, url } = place;
    const [mine, unused, theirs] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')];
    const by = ({ publicKey, privateKey }: typeof mine) => ({ sign: (payload: string) => sshSignature(payload, publicKey, privateKey) });
    const first = await repository.commit({ a: '1' }, by(mine));
    const second = await repository.commit({ a: '2' }, { ...by(theirs), parents: [first] });
    await repository.branch('main', await repository.commit({ a: '3' }, { ...by(mine), parents: [second] }));
    const keyOf = ({ publicKey }: typeof mine): string => sshLine(publicKey).split(' ')[1] ?? '';
    const fingerprint = (key: string): string =>
      `SHA256:${createHash('sha256').update(Buffer.from(key, 'base64')).digest('base64').replace('=', '')}`;
    const provenKeys = [keyOf(mine), keyOf(unused)];
    const { history } = good(await source.read(version(url, 'main', { provenKeys })));
    expect(history?.proven).toEqual([
      { fingerprint: fingerprint(provenKeys[0]!), commits: 2 },
      { fingerprint: fingerprint(provenKeys[1]!), commits: 0 },
    ]);
    expect(history?.authored).toBeNull();
    await place.close();
  });
});

describe('commits signed with OpenPGP', () => {
  it('are checked with declared keys, and not checked without them', async () => {
    const place = await serve((root) => uploadPack(root));
    const { repository, url } = place;
    const { privateKey, publicKey } = await generateKey({ userIDs: [{ name: 'Ada' }], format: 'object' });
    const sign = async (payload: string): Promise<string> => {
      const message = await createMessage({ binary: new TextEncoder().encode(payload) });
      return String(await signOpenPgp({ message, signingKeys: privateKey, detached: true, format: 'armored' }));
    };
    const first = await repository.commit({ a: '1' }, { sign });
    const second = await repository.commit({ a: '2' }, { parents: [first], sign: (payload) => sign(`${payload}!`) });
    await repository.branch('main', second);
    const given = good(await source.read(version(url, 'main', { author: { pgpKeys: [publicKey.armor()] } })));
    expect(given.history).toMatchObject({ authored: { byEmail: 0, byKey: 1 }, signatures: { valid: 1, invalid: 1, notChecked: 0 } });
    const without = good(await source.read(version(url, 'main')));
    expect(without.history).toMatchObject({ authored: null, signatures: { valid: 0, invalid: 0, notChecked: 2 } });
    await place.close();
  });
});

describe.runIf(findHttpBackend() !== null)("with git's own tools", () => {
  it('reads what git packed with deltas, and a repository of SHA-256', async () => {
    for (const format of ['sha1', 'sha256'] as const) {
      const root = await mkdtemp(join(tmpdir(), 'proofmark-git-'));
      const folder = join(root, 'a.git');
      const env = { PATH: process.env.PATH, HOME: root, GIT_CONFIG_NOSYSTEM: '1', GIT_AUTHOR_DATE: '1700000000 +0000' };
      const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];
      const git = (...args: string[]): string =>
        execFileSync('git', [...identity, '-C', folder, ...args], {
          encoding: 'utf8',
          env: { ...env, GIT_COMMITTER_DATE: '1700000000 +0000' },
        }).trim();
      execFileSync('git', ['init', '-q', '-b', 'main', `--object-format=${format}`, folder], { env });
      const lines = Array.from({ length: 2000 }, (_, at) => `line ${at} ${format}`);
      for (let round = 0; round < 20; round++) {
        lines[round * 50] = `changed in round ${round}`;
        await writeFile(join(folder, 'long.txt'), lines.join('\n'));
        await writeFile(join(folder, `file-${round}.py`), `print(${round})\n`);
        git('add', '.');
        git('commit', '-q', '-m', `Round ${round}`);
      }
      git('gc', '-q');
      for (const [, listener] of GIT_ITSELF) {
        const server = await loopbackServer(listener(root));
        const read = good(await source.read(version(`${server.origin}/a.git/.git`, 'main')));
        expect([read.commit, read.rootTree]).toEqual(git('rev-parse', 'main', 'main^{tree}').split('\n'));
        expect(read).toMatchObject({ objectFormat: format, tree: { files: 21 }, history: { commits: 20, complete: true } });
        expect(read.problems).toEqual(format === 'sha1' ? [] : ['no-swhid']);
        await server.close();
      }
      await rm(root, { recursive: true });
    }
  });
});
