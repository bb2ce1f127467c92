import { guardedHttp } from '@proofmark/platform/node';
import { type LoopbackServer, loopbackServer } from '@proofmark/testkit';
import { afterEach, describe, expect, it } from 'vitest';
import { github } from './github.js';
import { gitlab } from './gitlab.js';

const COMMIT = '0f3c1b2a4d5e6f708192a3b4c5d6e7f801234567';
const http = guardedHttp({ allowLoopback: true });
let server: LoopbackServer | undefined;
afterEach(() => server?.close());

interface Asked {
  readonly request: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

/** A service that answers everything alike. */
async function answering(status: number, body: unknown): Promise<{ base: string; asked: Asked[] }> {
  const asked: Asked[] = [];
  server = await loopbackServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    asked.push({ request: `${request.method} ${request.url}`, authorization: request.headers.authorization, body: text });
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  return { base: server.origin, asked };
}

describe('GitHub', () => {
  const commit = (author: unknown) => ({ sha: COMMIT, commit: { author: { email: 'ada@example.org' } }, author });
  it.each([
    ['the author', commit({ id: 7, login: 'ada' }), { ok: true, account: { id: '7', name: 'ada' } }],
    ['nobody that it knows', commit(null), { ok: true, account: null }],
    ['something else', commit('ada'), { ok: true, account: null }],
    ['a number that was rounded', commit({ id: 2 ** 53, login: 'ada' }), { ok: true, account: null }],
    ['a number that is none', commit({ id: 1.5, login: 'ada' }), { ok: true, account: null }],
    ['a name that reads as another', commit({ id: 7, login: 'ada\u202e' }), { ok: true, account: null }],
    ['an app', commit({ id: 7, login: 'helper[bot]' }), { ok: true, account: { id: '7', name: 'helper[bot]' } }],
    ['another commit', { ...commit({ id: 7, login: 'ada' }), sha: `${COMMIT.slice(0, 39)}8` }, { ok: false }],
    ['no object', [], { ok: false }],
  ])('answers %s', async (_, body, expected) => {
    const { base, asked } = await answering(200, body);
    expect(await github({ base, token: 't', http }).authorOf('ada/to do', COMMIT)).toEqual(expected);
    expect(asked).toEqual([{ request: `GET /repos/ada/to%20do/commits/${COMMIT}`, authorization: 'Bearer t', body: '' }]);
  });

  it('gives no answer when the API has none', async () => {
    for (const status of [404, 403, 500]) {
      const { base } = await answering(status, {});
      expect(await github({ base, token: null, http }).authorOf('ada/todo', COMMIT)).toEqual({ ok: false });
      await server?.close();
    }
  });

  it('is recognised in links by the host of its web address', () => {
    expect(github({ base: 'https://api.github.com', token: null, http }).host).toBe('github.com');
    expect(github({ base: 'https://git.acme.example/api/v3', token: null, http }).host).toBe('git.acme.example');
  });
});

describe('GitLab', () => {
  const found = (lastCommit: unknown) => ({ data: { project: { repository: { tree: { lastCommit } } } } });
  it.each([
    [
      'the author',
      found({ sha: COMMIT, author: { id: 'gid://gitlab/User/7', username: 'ada' } }),
      { ok: true, account: { id: '7', name: 'ada' } },
    ],
    ['nobody that it knows', found({ sha: COMMIT, author: null }), { ok: true, account: null }],
    ['another kind of author', found({ sha: COMMIT, author: { id: 'gid://gitlab/Bot/7', username: 'x' } }), { ok: true, account: null }],
    [
      'a name that reads as another',
      found({ sha: COMMIT, author: { id: 'gid://gitlab/User/7', username: 'a da' } }),
      { ok: true, account: null },
    ],
    [
      'a number as nobody writes it',
      found({ sha: COMMIT, author: { id: 'gid://gitlab/User/007', username: 'ada' } }),
      { ok: true, account: null },
    ],
    ['another commit', found({ sha: '1'.repeat(40), author: { id: 'gid://gitlab/User/7', username: 'ada' } }), { ok: false }],
    ['no such project', { data: { project: null } }, { ok: false }],
    ['an error', { errors: [{ message: 'no' }] }, { ok: false }],
  ])('answers %s', async (_, body, expected) => {
    const { base, asked } = await answering(200, body);
    expect(await gitlab({ base, token: 't', http }).authorOf('group/ada/todo', COMMIT)).toEqual(expected);
    expect(asked).toMatchObject([{ request: 'POST /api/graphql', authorization: 'Bearer t' }]);
    expect(JSON.parse(asked[0]?.body ?? '').variables).toEqual({ path: 'group/ada/todo', ref: COMMIT });
  });
});
