import { createHash } from 'node:crypto';
import { type LoopbackServer, loopbackServer, makeRepository, removeRepositories, uploadPack } from '@proofmark/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../cli.fixture.js';

describe('proofmark evidence', () => {
  let server: LoopbackServer;
  let commit: string;
  beforeAll(async () => {
    const repository = await makeRepository();
    commit = await repository.commit({ 'a.ts': 'let a;', other: ['submodule', '1'.repeat(40)] });
    await repository.branch('main', commit);
    const git = uploadPack(repository.root);
    server = await loopbackServer((request, response) => {
      if (request.url?.startsWith('/ada/')) return git(request, response);
      response.writeHead(200, { 'content-type': request.url?.endsWith('.txt') ? 'text/plain' : 'text/html' }).end('the work');
    });
  });
  afterAll(async () => {
    await server.close();
    await removeRepositories();
  });

  it('prints as JSON what would be pinned', async () => {
    const links = [`${server.origin}/ada/work/-/tree/main`, `${server.origin}/a.txt`, `${server.origin}/`];
    const { code, out } = await run('evidence', ...links, '--json', '--email', 'ada@example.org');
    const { items } = JSON.parse(out) as { items: unknown[] };
    expect(code).toBe(1);
    const digest = Buffer.concat([Buffer.from([0x12, 0x20]), createHash('sha256').update('the work').digest()]).toString('base64url');
    expect(items).toMatchObject([
      {
        url: links[0],
        kind: 'repository',
        pinned: true,
        permalink: `${server.origin}/ada/work/-/tree/${commit}`,
        digestMultibase: null,
        swhids: [expect.stringMatching(/^swh:1:dir:/), expect.stringContaining(`swh:1:rev:${commit}`)],
        problems: ['submodule'],
        git: { files: 1, history: { authored: { byEmail: 1, byKey: 0 } } },
      },
      { url: links[1], kind: 'document', pinned: true, permalink: null, digestMultibase: `u${digest}`, swhids: [], problems: [] },
      { url: links[2], kind: 'page', pinned: false, problems: ['live-page'] },
    ]);
  });

  it('prints the same as text', async () => {
    const { code, out } = await run('evidence', `${server.origin}/ada/work.git`);
    expect(code).toBe(0);
    expect(out).toContain('Can be pinned by the id of its commit (repository)');
    expect(out).toContain(`The badge would hold  ${server.origin}/ada/work.git#${commit}`);
    expect(out).toContain('1 file, 6 bytes: TypeScript');
    expect(out).toContain('in another repository (a submodule)');
  });

  it('does not fetch what is no address', async () => {
    const { code, out } = await run('evidence', 'file:///etc/passwd');
    expect([code, out]).toEqual([1, expect.stringContaining('Only https links can be evidence.')]);
  });
});
