import { createHash } from 'node:crypto';
import { describeLink, describeUnseen, type PinnedItem, type PinPorts, pinLink } from '@proofmark/evidence';
import { type LoopbackServer, loopbackServer, uploadPack } from '@proofmark/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { safeDocuments } from '../safe-fetch/safe-documents.js';
import { type Place, serve, source } from './reading.fixture.js';

const documents = safeDocuments({ allowLoopback: true });
const ports: PinPorts = {
  git: source,
  async fetch(url) {
    const fetched = await documents.fetch({ url, accept: '*/*', maxBytes: 10_000, for: 'evidence' });
    if (!fetched.ok) return fetched;
    return { ...fetched, sha256: createHash('sha256').update(fetched.body).digest() };
  },
};
const pin = (url: string, more: Partial<Parameters<typeof pinLink>[1]> = {}): Promise<PinnedItem> =>
  pinLink(ports, { url, ...more }, { allowLoopback: true, author: { emails: ['ada@example.org'] } });

describe('pinLink', () => {
  let place: Place;
  let commit: string;
  let forge: LoopbackServer;
  const at = (path: string): string => `${forge.origin}/ada/work${path}`;
  beforeAll(async () => {
    place = await serve((root) => uploadPack(root));
    // A small forge: git under the address of the repository, pages and files beside it.
    const git = uploadPack(place.root);
    forge = await loopbackServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      if (/\/(?:info\/refs|git-upload-pack)$/.test(pathname)) return git(request, response);
      const raw = /\/raw\/commit\/(?<commit>[0-9a-f]{40})\/a\.txt$/.exec(pathname);
      if (raw !== null) return void response.writeHead(200, { 'content-type': 'text/plain' }).end(`at ${raw.groups?.commit}`);
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Work</title>');
    });
    commit = await place.repository.commit({ 'a.txt': 'a', 'src/a.ts': 'let a;', 'docs/report.pdf': '%PDF-' });
    await place.repository.branch('main', commit);
    await place.repository.branch('feature/x', commit);
  });
  afterAll(async () => {
    await forge.close();
    await place.close();
    await documents.close();
  });

  it.each([
    ['a branch', () => at('/src/branch/main'), () => at(`/src/commit/${commit}`), 'repository', 'dir', ''],
    [
      'a branch with a slash, and a folder',
      () => at('/-/tree/feature/x/src'),
      () => at(`/-/tree/${commit}/src`),
      'repository',
      'dir',
      'src',
    ],
    [
      'a file on a branch',
      () => at('/-/blob/main/docs/report.pdf'),
      () => at(`/-/blob/${commit}/docs/report.pdf`),
      'document',
      'cnt',
      'docs/report.pdf',
    ],
    ['a short commit', () => at(`/-/commit/${commit.slice(0, 8)}`), () => at(`/-/commit/${commit}`), 'repository', 'dir', ''],
    ['a repository', () => place.url, () => `${place.url}#${commit}`, 'repository', 'dir', ''],
    ['a page that is a repository', () => at(''), () => at(`.git#${commit}`), 'repository', 'dir', ''],
  ] as const)('rewrites %s to the commit, and names it by its SWHID', async (_, url, permalink, kind, type, path) => {
    const { evidence, others, finding } = await pin(url());
    expect(evidence).toEqual({ id: permalink() });
    expect(finding).toMatchObject({ url: url(), kind, pinned: true, method: 'commit', reason: null, permalink: permalink(), problems: [] });
    expect(finding.git).toMatchObject({ commit, history: { commits: 1, authored: { byEmail: 1, byKey: 0 } } });
    const origin = url() === place.url ? place.url : at('');
    const context = `;origin=${origin};anchor=swh:1:rev:${commit}${path === '' ? '' : `;path=/${path}`}`;
    expect(finding.swhids).toEqual([expect.stringMatching(`^swh:1:${type}:[0-9a-f]{40};`), `swh:1:rev:${commit};origin=${origin}`]);
    expect(finding.swhids[0]).toContain(context);
    expect(others.map(({ id }) => id)).toEqual(finding.swhids.slice(0, 1));
    expect(describeLink(finding.swhids[0]!)).toMatchObject({ pinnedBy: 'swhid', commit });
  });

  it('hashes the file that a link serves at the commit, not on the branch', async () => {
    const { evidence, finding } = await pin(at('/raw/branch/main/a.txt'));
    expect(evidence).toMatchObject({ id: at(`/raw/commit/${commit}/a.txt`), mediaType: 'text/plain' });
    expect(finding).toMatchObject({ method: 'commit', kind: 'document', size: `at ${commit}`.length, problems: [] });
  });

  it('leaves a permalink as it is', async () => {
    const url = at(`/-/blob/${commit}/src/a.ts#L1`);
    expect((await pin(url)).evidence.id).toBe(url);
  });

  it('pins nothing when the server does not answer, and says that it may answer later', async () => {
    const gone = await loopbackServer(() => {});
    await gone.close();
    const url = `${gone.origin}/ada/work/-/tree/${commit}`;
    const item = await pin(url);
    expect(item.finding).toMatchObject({ pinned: false, method: 'none', reason: 'unreachable', permalink: null, swhids: [], git: null });
    expect(item.finding.problems).toEqual(['not-seen', 'unreachable']);
    expect(item.unseen).toEqual({ reason: 'unreachable', retryable: true });
    expect(item.others).toEqual([]);
    const branch = await pin(`${gone.origin}/ada/work/-/tree/main`);
    expect(branch.finding).toMatchObject({ pinned: false, reason: 'unreachable', problems: ['branch-link', 'not-seen', 'unreachable'] });
  });

  it.each([401, 403, 404])(
    'pins nothing of a repository or a file that a host hides behind %i, which no later request will find',
    async (status) => {
      const hiding = await loopbackServer((_, response) => void response.writeHead(status).end());
      for (const path of [`/ada/work/-/tree/${commit}`, `/ada/work.git#${commit}`, `/ada/work/raw/commit/${commit}/a.txt`, '/report.pdf']) {
        const { finding, unseen } = await pin(hiding.origin + path);
        expect(finding).toMatchObject({ pinned: false, method: 'none', digestMultibase: null });
        expect(unseen).toMatchObject({ retryable: false });
        expect(describeUnseen(unseen!)).toMatch(/not there or not public/);
      }
      await hiding.close();
    },
  );

  it.each([500, 502, 503, 429])('says that a host which answers %i may answer later', async (status) => {
    const failing = await loopbackServer((_, response) => void response.writeHead(status).end());
    for (const path of [`/ada/work/-/tree/${commit}`, '/report.pdf'])
      expect((await pin(failing.origin + path)).unseen).toEqual({ reason: 'http-status', retryable: true });
    await failing.close();
  });

  it('pins a SWHID when the object was read where it was seen, and only then', async () => {
    const tree = (await pin(at('/src/branch/main'))).finding.swhids[0]!;
    const revision = `swh:1:rev:${commit};origin=${place.url}`;
    for (const swhid of [tree, revision]) {
      const { finding, evidence } = await pin(swhid);
      expect(finding).toMatchObject({ pinned: true, method: 'swhid', reason: null, swhids: [swhid], git: { commit } });
      expect(evidence.id).toBe(swhid);
    }
    const other = tree.replace(/dir:./, 'dir:f');
    expect((await pin(other)).finding).toMatchObject({ pinned: false, method: 'none', reason: 'swhid-mismatch', swhids: [], git: null });
    expect((await pin(`swh:1:dir:${commit}`)).finding).toMatchObject({ pinned: false, reason: 'swhid-without-place' });
    expect((await pin(revision.replace(commit, 'a'.repeat(40)))).finding).toMatchObject({ pinned: false, reason: 'commit-not-found' });
  });

  it('pins nothing when the server answers that it does not exist', async () => {
    const absent = '0123456789abcdef0123456789abcdef01234567';
    expect((await pin(at(`/-/tree/${absent}`))).finding).toMatchObject({ pinned: false, method: 'none', reason: 'commit-not-found' });
    expect((await pin(at(`/-/blob/${commit}/none.md`))).finding).toMatchObject({ pinned: false, reason: 'path-not-found' });
    expect((await pin(`${place.server.origin}/bob/none/-/tree/${commit}`)).finding).toMatchObject({ reason: 'repository-not-found' });
  });

  it('does not treat other pages as repositories', async () => {
    expect((await pin(`${forge.origin}/about/me`)).finding).toMatchObject({ kind: 'page', pinned: false, reason: 'live-page', git: null });
    expect((await pin(at('/issues/3'))).finding).toMatchObject({ pinned: false, git: null });
  });
});
