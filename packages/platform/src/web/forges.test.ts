import { digestMultibase } from '@proofmark/evidence';
import { GITHUB_HEADERS, GITLAB_HEADERS, githubBodies, gitlabBodies, removeRepositories } from '@proofmark/testkit';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { webCrypto } from './crypto.js';
import { AT, type ForgeStage, forgeStage, insteadOf, smallCommit } from './forges.fixture.js';

let stage: ForgeStage;
afterEach(() => stage.server.close());
afterAll(removeRepositories);

const SECOND = 1000;
const asked = (): readonly (string | undefined)[] => stage.server.requests.map(({ url }) => url);
const USED_UP = { ...GITHUB_HEADERS, 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(AT / SECOND + 1200) };

describe('a page in a browser that looks at work on GitHub (T24)', () => {
  it('learns in three requests that the commit is there, that the files are those that were judged, and that the main branch leads to it', async () => {
    stage = await forgeStage({ knows: { since: { commits: 3, time: 1_795_600_000 } } });
    const { commit } = stage.knows;
    const began = performance.now();
    const found = await stage.look(stage.links.github, [stage.swhid('dir', commit.tree)]);
    expect(performance.now() - began).toBeLessThan(2 * SECOND);
    expect(found).toMatchObject({
      sameBytes: 'matches',
      pinned: 'yes',
      readBy: { grade: 'forge', host: 'github.com', treeCompared: true },
      changedAt: '2026-11-18T11:06:40Z',
      notes: ['submodule', 'symlink'],
    });
    expect(found.reason).toBeUndefined();
    expect(asked()).toEqual([
      `/repos/ada/todo/git/commits/${commit.id}`,
      `/repos/ada/todo/compare/HEAD...${commit.id}?per_page=1`,
      `/repos/ada/todo/git/trees/${commit.tree}?recursive=1`,
    ]);
  });

  it('is told what the repository holds, and what came after it', async () => {
    stage = await forgeStage({ knows: { since: { commits: 3, time: 1_795_600_000 } } });
    expect((await stage.look(stage.links.github)).contents).toEqual({
      listing: {
        by: 'forge',
        files: 7,
        bytes: 593,
        languages: [
          { name: 'TypeScript', files: 3, bytes: 68 },
          { name: 'Markdown', files: 2, bytes: 13 },
        ],
        licence: 'LICENSE',
      },
      history: null,
      since: { commits: 3, last: '2026-11-25T09:46:40Z' },
      judgedAt: null,
    });
  });

  it('compares a folder and a file within the commit', async () => {
    stage = await forgeStage();
    const { id, entries } = stage.knows.commit;
    const of = (path: string): string => entries.find((entry) => entry.path === path)?.id ?? '';
    const folder = `https://github.com/ada/todo/tree/${id}/src/api`;
    expect(await stage.look(folder, [stage.swhid('dir', of('src/api'), 'src/api')])).toMatchObject({ sameBytes: 'matches' });
    const file = `https://github.com/ada/todo/blob/${id}/src/api.ts`;
    expect(await stage.look(file, [stage.swhid('cnt', of('src/api.ts'), 'src/api.ts')])).toMatchObject({ sameBytes: 'matches' });
    expect(await stage.look(file, [stage.swhid('cnt', of('README.md'), 'src/api.ts')])).toMatchObject({
      sameBytes: 'changed',
      reason: 'swhid-mismatch',
    });
    const missing = `https://github.com/ada/todo/blob/${id}/src/no.ts`;
    expect(await stage.look(missing)).toMatchObject({ sameBytes: 'not-checked', reason: 'path-not-found' });
  });

  it('says that something else stands there than the badge says', async () => {
    stage = await forgeStage();
    expect(await stage.look(stage.links.github, [stage.swhid('dir', '9'.repeat(40))])).toMatchObject({
      sameBytes: 'changed',
      reason: 'swhid-mismatch',
      readBy: { grade: 'forge' },
    });
  });

  it('says that the main branch does not lead to the commit of a fork, which GitHub shows under the same address', async () => {
    stage = await forgeStage({ knows: { leads: false } });
    const found = await stage.look(stage.links.github, [stage.swhid('dir', stage.knows.commit.tree)]);
    expect(found).toMatchObject({ sameBytes: 'matches' });
    expect(found.notes).toContain('not-on-default-branch');
    expect(found.contents?.since).toBeNull();
  });

  it('sees a move by the address of the commit', async () => {
    stage = await forgeStage({
      instead: (request, response) => {
        if (!request.url?.includes('/git/commits/')) return false;
        response.writeHead(200, { ...GITHUB_HEADERS }).end(JSON.stringify(githubBodies.commit(stage.knows, 'lovelace/todo')));
        return true;
      },
    });
    expect((await stage.look(stage.links.github)).notes).toContain('repository-moved');
  });

  it('never says that work is gone: what is private is answered like what is not there', async () => {
    stage = await forgeStage();
    for (const link of [
      `https://github.com/ada/hidden/tree/${stage.knows.commit.id}`,
      `https://github.com/ada/todo/tree/${'a'.repeat(40)}`,
    ])
      expect(await stage.look(link)).toMatchObject({ sameBytes: 'not-checked', reason: 'not-seen', readBy: { host: 'github.com' } });
    expect(asked()).toHaveLength(2);
  });

  it('asks nothing about a link that names no commit', async () => {
    stage = await forgeStage();
    expect(await stage.look('https://github.com/ada/todo/tree/main')).toMatchObject({ sameBytes: 'not-checked', reason: 'branch-link' });
    expect(asked()).toEqual([]);
  });

  it('compares the bytes of a raw file with their digest, where any origin may read them', async () => {
    stage = await forgeStage({
      instead: insteadOf(`/ada/todo/${'0'.repeat(40)}/a%20b.txt`, 200, { 'content-type': 'text/plain' }, 'The work.'),
    });
    const digest = digestMultibase(await webCrypto(crypto.subtle).digest('SHA-256', new TextEncoder().encode('The work.')));
    const link = `https://github.com/ada/todo/raw/${'0'.repeat(40)}/a%20b.txt`;
    expect(await stage.look(link, [], { digestMultibase: digest })).toMatchObject({ sameBytes: 'matches' });
    const gone = `https://github.com/ada/todo/raw/${'1'.repeat(40)}/a%20b.txt`;
    expect(await stage.look(gone, [], { digestMultibase: digest })).toMatchObject({ sameBytes: 'not-checked', reason: 'not-seen' });
  });
});

describe('a forge that asks for patience', () => {
  it.each([
    ['403 of GitHub, with the second of the reset', 403, USED_UP, JSON.stringify(githubBodies.limited), AT + 1200 * SECOND],
    ['403 of GitHub, with seconds to wait', 403, { ...GITHUB_HEADERS, 'retry-after': '60' }, '{}', AT + 60 * SECOND],
    ['429 with a date', 429, { ...GITHUB_HEADERS, 'retry-after': new Date(AT + 90 * SECOND).toUTCString() }, '{}', AT + 90 * SECOND],
    ['429 of GitLab, whose header no page can read', 429, { ...GITLAB_HEADERS, 'retry-after': '60' }, gitlabBodies.limited, null],
    ['429 without any header', 429, {}, '', null],
    ['429 with times that nobody waits for', 429, { ...GITHUB_HEADERS, 'retry-after': '99999999' }, '{}', null],
  ])('is understood: %s', async (_, status, headers, body, until) => {
    stage = await forgeStage({ instead: insteadOf('/git/commits/', status, headers, body) });
    const found = await stage.look(stage.links.github);
    expect(found).toMatchObject({ sameBytes: 'not-checked', reason: 'forge-limited' });
    expect(found.askAgainAt ?? null).toBe(until === null ? null : new Date(until).toISOString());
    expect(asked()).toHaveLength(1);
  });

  it('in the middle leaves the commit seen, and the files uncompared', async () => {
    stage = await forgeStage({ instead: insteadOf('/git/trees/', 403, USED_UP) });
    const path = `https://github.com/ada/todo/tree/${stage.knows.commit.id}/src`;
    expect(await stage.look(path, [stage.swhid('dir', '9'.repeat(40), 'src')])).toMatchObject({
      sameBytes: 'matches',
      readBy: { treeCompared: false },
      notes: ['tree-not-compared'],
    });
  });
});

describe('a bad answer is neither yes nor no', () => {
  it.each([
    ['403 that is no limit', 403, {}, '{}', 'forge-refused'],
    ['451', 451, {}, '{}', 'forge-refused'],
    ['500', 500, {}, 'oops', 'http-status'],
    ['garbage', 200, {}, '<html>Checking your browser</html>', 'malformed-response'],
    ['JSON of another form', 200, {}, '{"sha":7}', 'malformed-response'],
    ['nothing', 200, {}, '', 'malformed-response'],
    ['a huge body', 200, {}, `{"sha":"${'a'.repeat(2_100_000)}"}`, 'too-large'],
    ['another commit', 200, {}, JSON.stringify({ sha: 'b'.repeat(40), tree: { sha: 'c'.repeat(40) } }), 'another-commit'],
    ['a redirect to nowhere', 302, { location: 'http://localhost:9/' }, '', 'unreachable'],
    ['an answer that no other origin may read', 200, { 'access-control-allow-origin': 'https://github.com' }, '{}', 'unreachable'],
  ])('%s', async (_, status, headers, body, reason) => {
    stage = await forgeStage({ instead: insteadOf('/git/commits/', status, headers, body) });
    expect(await stage.look(stage.links.github)).toMatchObject({ sameBytes: 'not-checked', reason });
    expect(asked().filter((url) => url?.startsWith('/repos/'))).toHaveLength(1);
  });

  it.each([
    ['a list of files that leaves one out', (tree: unknown[]) => tree.slice(1)],
    [
      'a list with a file in no folder',
      (tree: unknown[]) => [...tree, { path: 'no/where.txt', mode: '100644', type: 'blob', sha: 'd'.repeat(40) }],
    ],
    [
      'a list with another file',
      (tree: { sha: string }[]) => tree.map((entry, at) => (at === 0 ? { ...entry, sha: 'e'.repeat(40) } : entry)),
    ],
    ['a list with one file twice', (tree: unknown[]) => [...tree, tree.at(-1)]],
  ])('%s', async (_, change) => {
    stage = await forgeStage({
      instead: (request, response) => {
        if (!request.url?.includes('/git/trees/')) return false;
        const body = githubBodies.tree(stage.knows, 'ada/todo') as { tree: never[] };
        response.writeHead(200, GITHUB_HEADERS).end(JSON.stringify({ ...body, tree: change(body.tree) }));
        return true;
      },
    });
    expect(await stage.look(stage.links.github, [stage.swhid('dir', stage.knows.commit.tree)])).toMatchObject({
      sameBytes: 'not-checked',
      reason: 'tree-inconsistent',
    });
  });

  it.each([
    ['a truncated list', (body: object) => ({ ...body, truncated: true })],
    ['a list that is none', () => ({ tree: 'no list' })],
    ['a list with an entry that is none', (body: object) => ({ ...body, tree: [{ path: '../x', mode: 'rw', sha: 'f' }] })],
  ])('%s leaves the commit seen by the word of the forge alone', async (_, change) => {
    stage = await forgeStage({
      instead: (request, response) => {
        if (!request.url?.includes('/git/trees/')) return false;
        response.writeHead(200, GITHUB_HEADERS).end(JSON.stringify(change(githubBodies.tree(stage.knows, 'ada/todo') as object)));
        return true;
      },
    });
    const found = await stage.look(stage.links.github, [stage.swhid('dir', stage.knows.commit.tree)]);
    expect(found).toMatchObject({ sameBytes: 'matches', readBy: { treeCompared: false } });
    expect(found.contents?.listing).toBeNull();
  });

  it('from the comparison says nothing of branches', async () => {
    stage = await forgeStage({ instead: insteadOf('/compare/', 404) });
    const found = await stage.look(stage.links.github);
    expect([found.sameBytes, found.notes?.[0]]).toEqual(['matches', 'history-not-read']);
  });
});

describe('a page in a browser that looks at work on a GitLab', () => {
  const origin = (): string => `${stage.server.origin}/ada/todo`;

  it('computes the folder from the pages of the list of files', async () => {
    stage = await forgeStage({ perPage: 100 });
    const { commit } = stage.knows;
    expect(await stage.look(stage.links.gitlab, [stage.swhid('dir', commit.tree, '', origin())])).toMatchObject({
      sameBytes: 'matches',
      readBy: { grade: 'forge', host: new URL(stage.server.origin).host, treeCompared: true },
      changedAt: '2026-11-18T11:06:40Z',
    });
    expect(asked()).toHaveLength(3);
  });

  it('asks page after page', async () => {
    const files = Object.fromEntries(Array.from({ length: 230 }, (_, at) => [`f/${String(at).padStart(3, '0')}.txt`, String(at)]));
    stage = await forgeStage({ knows: { commit: await smallCommit(files) } });
    const found = await stage.look(stage.links.gitlab, [stage.swhid('dir', stage.knows.commit.tree, '', origin())]);
    expect(found).toMatchObject({
      sameBytes: 'matches',
      readBy: { treeCompared: true },
      contents: { listing: { files: 230, bytes: null } },
    });
    expect(asked().filter((url) => url?.includes('/tree?'))).toHaveLength(3);
  });

  it('says that no branch leads to the commit, and that something else stands there', async () => {
    stage = await forgeStage({ knows: { leads: false } });
    const found = await stage.look(stage.links.gitlab, [stage.swhid('dir', '9'.repeat(40), '', origin())]);
    expect(found).toMatchObject({ sameBytes: 'changed', reason: 'swhid-mismatch' });
    expect(found.notes).toContain('not-on-a-branch');
  });

  it('does not see what is private', async () => {
    stage = await forgeStage();
    const hidden = `${stage.server.origin}/ada/hidden/-/tree/${stage.knows.commit.id}`;
    expect(await stage.look(hidden)).toMatchObject({ sameBytes: 'not-checked', reason: 'not-seen' });
  });
});

describe('a page in a browser that looks at work on a Forgejo or Gitea', () => {
  it('compares it where the operator lets other origins ask', async () => {
    stage = await forgeStage({ perPage: 4 });
    const { commit } = stage.knows;
    const swhid = stage.swhid('dir', commit.tree, '', `${stage.server.origin}/ada/todo`);
    expect(await stage.look(stage.links.forgejo, [swhid])).toMatchObject({ sameBytes: 'matches', readBy: { treeCompared: true } });
    expect(asked().filter((url) => url?.includes('/git/trees/'))).toHaveLength(Math.ceil(commit.entries.length / 4));
  });

  it('cannot tell where the operator does not', async () => {
    stage = await forgeStage({ forgejoCors: false });
    expect(await stage.look(stage.links.forgejo)).toMatchObject({ sameBytes: 'not-checked', reason: 'unreachable' });
  });

  it('says that the main branch does not lead to the commit', async () => {
    stage = await forgeStage({ knows: { leads: false } });
    expect((await stage.look(stage.links.forgejo)).notes).toContain('not-on-default-branch');
  });
});

it('Bitbucket and gists are not asked about commits', async () => {
  stage = await forgeStage();
  for (const link of [`https://bitbucket.org/ada/todo/src/${'0'.repeat(40)}/`, `https://gist.github.com/ada/aa11/${'0'.repeat(40)}`])
    expect(await stage.look(link)).toMatchObject({ sameBytes: 'not-checked', reason: 'unsupported-by-host' });
  expect(asked()).toEqual([]);
});
