import { createGitSource } from '@proofmark/git-reader';
import { nodeGitTransport } from '@proofmark/platform/node';
import { type LoopbackServer, loopbackServer, makeRepository, removeRepositories, uploadPack } from '@proofmark/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RelayedGit } from './read-repository.js';
import { relay } from './relay.js';

// T4 and T26: which repositories the relay reads, for whom, and how much of them.

const HEADERS = { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' };
const documents = { fetch: async ({ url }: { url: string }) => ({ ok: false, url, code: 'offline' }) as const };
const SHA = '0f3c1b2a4d5e6f708192a3b4c5d6e7f801234567';
const place = (parts: readonly unknown[] = [SHA]): object => ({ names: 'version', parts, versionIs: 'commit' });

async function ask(body: unknown, git?: RelayedGit, headers: Record<string, string> = HEADERS): Promise<[number, Record<string, unknown>]> {
  const app = relay({ documents, ...(git === undefined ? {} : { git }) });
  const answer = await app.request('https://verify.example/', { method: 'POST', headers, body: JSON.stringify(body) });
  return [answer.status, (await answer.json()) as Record<string, unknown>];
}

let read: Parameters<RelayedGit['read']>[0][] = [];
const counting: RelayedGit = {
  async read(request) {
    read.push(request);
    return { ok: false, code: 'commit-not-found' };
  },
};

describe('the relay, asked for a repository', () => {
  let server: LoopbackServer;
  let commit: string;
  const open = nodeGitTransport({ allowLoopback: true });
  const closed = nodeGitTransport();
  beforeAll(async () => {
    const repository = await makeRepository();
    commit = await repository.commit({ 'a.txt': 'a', 'proofmark.txt': 'secret' });
    await repository.branch('main', commit);
    server = await loopbackServer(uploadPack(repository.root));
  });
  afterAll(async () => {
    await Promise.all([server.close(), open.close(), closed.close(), removeRepositories()]);
  });
  const remote = (): string => `${server.origin}/ada/work.git`;

  it('reads the commit and answers what git says, without any content', async () => {
    const [status, answer] = await ask({ for: 'repository', remotes: [remote()], place: place([commit]) }, createGitSource(open));
    expect(status).toBe(200);
    expect(answer).toMatchObject({ ok: true, commit, object: { type: 'tree' }, tree: { files: 2 }, files: [] });
    expect(JSON.stringify(answer)).not.toContain('secret');
  });

  it('does not visit this machine or a private network', async () => {
    for (const address of [
      remote(),
      'https://10.0.0.1/a.git',
      'https://169.254.169.254/a.git',
      'http://git.example/a.git',
      'file:///etc',
    ]) {
      const [, answer] = await ask({ for: 'repository', remotes: [address], place: place() }, createGitSource(closed));
      expect(answer).toMatchObject({ ok: false, code: 'refused-address' });
    }
  });

  it.each([
    ['a branch', { remotes: ['https://git.example/a'], place: { names: 'version', parts: ['main'], versionIs: 'branch' } }],
    ['the newest commit', { remotes: ['https://git.example/a'], place: { names: 'head' } }],
    ['an abbreviated commit', { remotes: ['https://git.example/a'], place: place([SHA.slice(0, 8)]) }],
    ['no address', { remotes: [], place: place() }],
    ['many addresses', { remotes: Array.from({ length: 4 }, () => 'https://git.example/a'), place: place() }],
    ['a long address', { remotes: [`https://git.example/${'a'.repeat(1000)}`], place: place() }],
    ['parts that are no texts', { remotes: ['https://git.example/a'], place: place([SHA, 7]) }],
    ['a long path', { remotes: ['https://git.example/a'], place: place([SHA, ...Array.from({ length: 70 }, () => 'a')]) }],
  ])('reads nothing for %s', async (_, body) => {
    read = [];
    expect((await ask({ for: 'repository', ...body }, counting))[0]).toBe(400);
    expect(read).toEqual([]);
  });

  it('hands on no more than the commit and its place, and bounds what is read', async () => {
    read = [];
    const more = { author: { emails: ['a@b.example'] }, files: ['secret.txt'], limits: { packBytes: 1e12 } };
    await ask({ for: 'repository', remotes: ['https://git.example/a'], place: { ...place(), more: 1 }, ...more }, counting);
    expect(read).toEqual([
      { remotes: ['https://git.example/a'], place: place(), limits: expect.objectContaining({ packBytes: 16_777_216 }) },
    ]);
  });

  it('serves no other page, and reads none where it may not', async () => {
    read = [];
    const body = { for: 'repository', remotes: ['https://git.example/a'], place: place() };
    expect((await ask(body, counting, { ...HEADERS, 'Sec-Fetch-Site': 'cross-site' }))[0]).toBe(403);
    expect((await ask(body))[0]).toBe(400);
    expect(read).toEqual([]);
  });

  it('counts a repository as four documents', async () => {
    const app = relay({ documents, git: counting, quota: { capacity: 5, perSecond: 0.001 }, clock: () => 0 });
    const body = JSON.stringify({ for: 'repository', remotes: ['https://git.example/a'], place: place() });
    const statuses = [];
    for (let at = 0; at < 2; at++)
      statuses.push((await app.request('https://verify.example/', { method: 'POST', headers: HEADERS, body })).status);
    expect(statuses).toEqual([200, 429]);
  });
});
