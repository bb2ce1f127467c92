import type { RequestListener } from 'node:http';
import { createGitSource, type GitFailure, type GitLimits, type GitSnapshot } from '@proofmark/git-reader';
import { loopbackServer, selfSignedCertificate, slowness } from '@proofmark/testkit';
import { afterEach, describe, expect, it } from 'vitest';
import type { Resolve } from '../safe-fetch/guarded-connector.js';
import { nodeGitTransport } from './git-transport.js';
import { commitOf, deltaSize, type Entry, idOf, packet, packOf, serving, treeEntry } from './hostile.fixture.js';
import { codeOf, good } from './reading.fixture.js';

// T5: packs, deltas and trees that multiply.

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

async function read(listener: RequestListener, limits: Partial<GitLimits> = {}): Promise<GitSnapshot | GitFailure> {
  const server = await loopbackServer(listener);
  const host = nodeGitTransport({ allowLoopback: true });
  cleanups.push(server.close, () => host.close());
  return createGitSource(host).read({ remotes: [`${server.origin}/a/b.git`], place: { names: 'head' }, limits });
}

const blob = Buffer.from('a');
const plainTree = treeEntry('100644', 'a.txt', idOf('blob', blob));
const plainCommit = commitOf(idOf('tree', plainTree));
const plain: readonly Entry[] = [
  { type: 'commit', content: plainCommit },
  { type: 'tree', content: plainTree },
  { type: 'blob', content: blob },
];
const COMMIT = idOf('commit', plainCommit);
const withPack = (pack: Uint8Array): RequestListener => serving(COMMIT, pack);

describe('reading from a hostile server that', () => {
  const status =
    (code: number, headers = {}): RequestListener =>
    (_, response) =>
      void response.writeHead(code, headers).end();
  const endless =
    (type: string): RequestListener =>
    (_, response) => {
      response.writeHead(200, { 'content-type': type });
      const more = (): void => {
        while (!response.destroyed && response.write(packet('x'.repeat(60_000))));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    };

  it.each([
    ['is not there', status(404), 'repository-not-found'],
    ['asks for a password', status(401, { 'www-authenticate': 'Basic' }), 'repository-private'],
    ['fails', status(500), 'http-status'],
    ['is a web page', status(200, { 'content-type': 'text/html' }), 'not-a-repository'],
    ['redirects to a private address', status(302, { location: 'https://10.0.0.1/a/b.git/info/refs' }), 'refused-address'],
    ['redirects to the metadata of a cloud', status(302, { location: 'https://169.254.169.254/info/refs' }), 'refused-address'],
    ['redirects to another scheme', status(302, { location: 'file:///etc/passwd' }), 'refused-address'],
    [
      'redirects for ever',
      (request: { url?: string }, response: Parameters<RequestListener>[1]) =>
        void response.writeHead(302, { location: `${request.url}` }).end(),
      'too-many-redirects',
    ],
    ['tells refs without end', endless('application/x-git-upload-pack-advertisement'), 'too-large'],
    ['is silent', () => {}, 'timeout'],
  ] as const)('%s', async (_, listener, code) => {
    const milliseconds = code === 'timeout' ? 1000 : 60_000;
    expect(codeOf(await read(listener as RequestListener, { milliseconds }))).toBe(code);
  });

  it('sends objects without end', async () => {
    const advertise = withPack(packOf(plain));
    const stream = endless('application/x-git-upload-pack-result');
    let posts = 0;
    const listener: RequestListener = (request, response) =>
      request.method === 'GET' || posts++ === 0 ? advertise(request, response) : stream(request, response);
    expect(codeOf(await read(listener, { packBytes: 1_000_000 }))).toBe('too-large');
  });

  it('sends a redirect for what was posted', async () => {
    const advertise = withPack(packOf(plain));
    const listener: RequestListener = (request, response) =>
      request.method === 'GET' ? advertise(request, response) : void response.writeHead(307, { location: '/elsewhere' }).end();
    expect(await read(listener)).toEqual({ ok: false, code: 'http-status', status: 307 });
  });

  it('changes its address between two requests', async () => {
    const name = 'git.example';
    const tls = selfSignedCertificate(name);
    const server = await loopbackServer(withPack(packOf(plain)), { tls });
    let asked = 0;
    const resolve: Resolve = async () => [{ address: asked++ === 0 ? '127.0.0.1' : '10.0.0.1', family: 4 }];
    const host = nodeGitTransport({ resolve, ca: tls.cert, ports: [server.port] }, { isPublic: (address) => address === '127.0.0.1' });
    cleanups.push(server.close, () => host.close());
    const remote = `https://${name}:${server.port}/a/b.git`;
    expect(codeOf(await createGitSource(host).read({ remotes: [remote], place: { names: 'head' } }))).toBe('refused-address');
    expect([asked, server.requests.map(({ method }) => method)]).toEqual([2, ['GET']]);
  });

  it('is on this machine, where that is not allowed', async () => {
    const server = await loopbackServer(withPack(packOf(plain)));
    const host = nodeGitTransport();
    cleanups.push(server.close, () => host.close());
    expect(codeOf(await createGitSource(host).read({ remotes: [`${server.origin}/a.git`], place: { names: 'head' } }))).toBe(
      'refused-address',
    );
    expect(server.requests).toHaveLength(0);
  });
});

describe('reading a hostile pack that', () => {
  const base = { type: 'blob', content: Buffer.alloc(1000) } as const;
  const byId = (content: Uint8Array, id = idOf('blob', base.content)): Entry => ({
    type: 'ref-delta',
    base: Buffer.from(id, 'hex'),
    content,
  });
  const copyAll = Buffer.from([0x80 | 0x20 | 0x10, 0xe8, 0x03]);
  const copies = (count: number): Buffer =>
    Buffer.concat([deltaSize(1000), deltaSize(1000 * count), ...Array.from({ length: count }, () => copyAll)]);

  it('is well-formed, which succeeds', async () => {
    const read0 = good(await read(withPack(packOf([...plain, base, byId(copies(3))]))));
    expect(read0).toMatchObject({ commit: COMMIT, tree: { files: 1, bytes: 1 } });
  });

  it.each([
    ['claims four thousand million objects', packOf(plain, 0xffffffff), 'too-large'],
    ['claims an object of 5 GB', packOf([{ ...plain[0]!, size: 5e9 }]), 'too-large'],
    ['inflates to more than it claims', packOf([{ type: 'blob', content: Buffer.alloc(30_000_000), size: 10 }]), 'malformed-response'],
    ['holds less than it claims', packOf([{ ...plain[0]!, size: 10_000 }]), 'malformed-response'],
    ['has a delta that claims 4 GB', packOf([base, byId(Buffer.concat([deltaSize(1000), deltaSize(4e9), copyAll]))]), 'too-large'],
    ['has deltas that multiply', packOf([base, ...Array.from({ length: 40 }, () => byId(copies(30_000)))]), 'too-large'],
    ['has a delta of itself', packOf([...plain, byId(copies(1), '1'.repeat(40))]), 'malformed-response'],
    [
      'has a delta that reads past its base',
      packOf([base, byId(Buffer.concat([deltaSize(1000), deltaSize(1), Buffer.from([0x91, 0xff, 2])]))]),
      'malformed-response',
    ],
    ['has a delta of another base', packOf([base, byId(Buffer.concat([deltaSize(7), deltaSize(1), copyAll]))]), 'malformed-response'],
    [
      'has a delta that lies before the pack',
      packOf([{ type: 'ofs-delta', base: Buffer.from([0xff, 0xff, 0x7f]), content: copies(1) }]),
      'malformed-response',
    ],
    ['is cut off', packOf(plain).subarray(0, 60), 'malformed-response'],
    ['is no pack', Buffer.from('nothing of the kind'), 'malformed-response'],
    ['does not hold the commit', packOf(plain.slice(1)), 'commit-not-found'],
    ['does not hold the tree', packOf(plain.slice(0, 1)), 'malformed-response'],
    [
      'holds another commit instead',
      packOf([{ type: 'commit', content: commitOf('1'.repeat(40)) }, ...plain.slice(1)]),
      'commit-not-found',
    ],
  ] as const)('%s', async (_, pack, code) => {
    expect(codeOf(await read(withPack(pack)))).toBe(code);
  });

  it('has 20,000 objects, without blocking the event loop', async () => {
    const entries = Array.from({ length: 20_000 }, (_, index) => ({ type: 'blob', content: Buffer.from(`${index}`) }) as const);
    const pack = packOf([...plain, ...entries]);
    // In processor time: on a busy machine a turn takes long by the clock.
    let [longest, before] = [0, process.cpuUsage()];
    const watch = setInterval(() => {
      const { user, system } = process.cpuUsage(before);
      longest = Math.max(longest, (user + system) / 1000);
      before = process.cpuUsage();
    }, 1);
    good(await read(withPack(pack)));
    clearInterval(watch);
    expect(longest).toBeLessThan(1000 * slowness('processor'));
  });
});

describe('reading a hostile tree that', () => {
  /** A folder in a folder in a folder …, each holding the next under several names. */
  const nested = (levels: number, names: number): readonly Entry[] => {
    const trees: Entry[] = [{ type: 'tree', content: plainTree }];
    for (let level = 0; level < levels; level++) {
      const id = idOf('tree', trees.at(-1)!.content);
      trees.push({ type: 'tree', content: Buffer.concat(Array.from({ length: names }, (_, at) => treeEntry('40000', `d${at}`, id))) });
    }
    return [{ type: 'commit', content: commitOf(idOf('tree', trees.at(-1)!.content)) }, ...trees, { type: 'blob', content: blob }];
  };
  const at = (entries: readonly Entry[]): RequestListener => serving(idOf('commit', entries[0]!.content), packOf(entries));

  it.each([
    ['is deeper than any folder', nested(2000, 1), 'too-deep'],
    ['has a million million files in a hundred objects', nested(12, 10), 'too-many-files'],
  ] as const)('%s', async (_, entries, code) => {
    expect(codeOf(await read(at(entries)))).toBe(code);
  });

  it('has unsafe names, which are reported and never used', async () => {
    const names = ['..', '.git', 'a/../../b', 'C:\\windows', '.GIT'];
    const tree = Buffer.concat(names.map((name) => treeEntry('100644', name, idOf('blob', blob))));
    const entries: Entry[] = [{ type: 'commit', content: commitOf(idOf('tree', tree)) }, { type: 'tree', content: tree }, plain[2]!];
    expect(good(await read(at(entries)))).toMatchObject({ tree: { files: 5 }, problems: ['unsafe-name'] });
  });

  it('is malformed', async () => {
    const tree = Buffer.from('100644 a.txt\0short');
    const entries: Entry[] = [
      { type: 'commit', content: commitOf(idOf('tree', tree)) },
      { type: 'tree', content: tree },
    ];
    expect(codeOf(await read(at(entries)))).toBe('malformed-response');
  });
});
