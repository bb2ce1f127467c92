import { afterEach, describe, expect, it, vi } from 'vitest';
import { run, scratch } from '../cli.fixture.js';

const ID = '01981f2a-7c3e-7b52-9d41-2f6c8a1b3e01';
const URL_ = `https://badges.example/credentials/${ID}`;
const OTHER = '01981f2a-7c3e-7b52-9d41-2f6c8a1b3e02';
const file = await scratch();

interface Sent {
  readonly path: string;
  readonly body: unknown;
  readonly key: string | null;
}

/** The service, as far as these commands know it: what was sent, and one answer. */
function service(answer: object): Sent[] {
  const sent: Sent[] = [];
  vi.stubEnv('PROOFMARK_API_KEY', 'pm_live_x');
  vi.stubGlobal('fetch', async (url: URL, init: RequestInit) => {
    sent.push({
      path: url.pathname,
      body: init.body === undefined ? undefined : JSON.parse(String(init.body)),
      key: new Headers(init.headers).get('idempotency-key'),
    });
    return Response.json(answer);
  });
  return sent;
}
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

describe('proofmark renew', () => {
  it('sends the new evidence, under an idempotency key of its own', async () => {
    const evidence = [{ url: 'https://a.example/x.pdf', kind: 'document', pinned: true, method: 'digest', kept: [] }];
    const sent = service({ url: `${URL_}2`, evidence });
    const { code, out } = await run('renew', URL_, '--evidence', 'https://a.example/x.pdf', '--valid-until', '2030-01-01T00:00:00Z');
    expect([code, out]).toEqual([
      0,
      `Renewed: ${URL_}2\nThe work:\n  https://a.example/x.pdf\n    document, pinned by the digest of its bytes\n`,
    ]);
    const body = { evidence: [{ url: 'https://a.example/x.pdf' }], validUntil: '2030-01-01T00:00:00Z' };
    expect(sent).toEqual([{ path: `/v1/credentials/${ID}/renew`, body, key: expect.stringMatching(/^[0-9a-f-]{36}$/) }]);
  });

  it('takes the whole request from a file', async () => {
    const sent = service({ url: URL_, evidence: [] });
    const path = await file('renew.json', '{"narrative":"More."}');
    await run('renew', ID, '--request', path, '--idempotency-key', 'k');
    expect(sent).toEqual([{ path: `/v1/credentials/${ID}/renew`, body: { narrative: 'More.' }, key: 'k' }]);
    expect((await run('renew', ID, '--request', await file('bad.json', '{'))).code).toBe(64);
    expect((await run('renew', 'nonsense')).code).toBe(64);
  });
});

describe('proofmark correct', () => {
  it('sends what is right, under an idempotency key of its own', async () => {
    const sent = service({ url: `${URL_}2` });
    const { code, out } = await run('correct', URL_, '--name', 'Ada King');
    expect([code, out]).toEqual([0, `Corrected: ${URL_}2\nThe old badge is withdrawn, and leads to it.\n`]);
    const body = { recipient: { name: 'Ada King' } };
    expect(sent).toEqual([{ path: `/v1/credentials/${ID}/correct`, body, key: expect.stringMatching(/^[0-9a-f-]{36}$/) }]);
  });

  it('wants to know what is wrong', async () => {
    const sent = service({});
    expect(await run('correct', URL_)).toMatchObject({ code: 64, err: expect.stringContaining('--name') });
    expect(sent).toEqual([]);
  });
});

describe('proofmark erase', () => {
  it('does nothing without --yes', async () => {
    const sent = service({});
    expect(await run('erase', URL_)).toMatchObject({ code: 64, err: expect.stringContaining('say --yes') });
    expect(sent).toEqual([]);
  });

  it('names the consequence for copies', async () => {
    const answer = { url: URL_, erasedAt: '2026-11-22T09:00:00.000Z', revoked: null };
    const sent = service(answer);
    expect((await run('erase', URL_, '--yes')).out).toMatch(/^Erased on 2026-11-22.*\nCopies that others have stay genuine/);
    service({ ...answer, revoked: { at: 'x', reason: null } });
    expect((await run('erase', URL_, '--yes', '--revoke')).out).toContain('It is withdrawn');
    expect(sent).toEqual([{ path: `/v1/credentials/${ID}/erase`, body: { confirm: 'erase' }, key: null }]);
  });
});

describe('proofmark revoke', () => {
  it('does nothing without --yes, and says how many it would withdraw', async () => {
    const sent = service({});
    expect(await run('revoke', URL_)).toMatchObject({ code: 64, err: expect.stringContaining('withdraws one badge and cannot be undone') });
    const path = await file('many.txt', `${URL_}\n${OTHER}\n`);
    expect(await run('revoke', '--file', path)).toMatchObject({ code: 64, err: expect.stringContaining('withdraws 2 badges') });
    expect(sent).toEqual([]);
  });

  it('withdraws one badge, with its reason', async () => {
    const sent = service({ url: URL_, revoked: { at: '2026-11-29T09:00:00.000Z', reason: 'x' } });
    expect((await run('revoke', URL_, '--reason', 'x', '--yes')).out).toBe(`Withdrawn on 2026-11-29T09:00:00.000Z: ${URL_}\n`);
    expect(sent).toEqual([{ path: `/v1/credentials/${ID}/revoke`, body: { confirm: 'revoke', reason: 'x' }, key: null }]);
  });

  it('withdraws several and those of a file in one request, each once, and names what was refused', async () => {
    const row = { id: OTHER, result: 'refused', revoked: null, erasedAt: null, problem: { code: 'not-found', detail: 'None.\u001b[31m' } };
    const sent = service({ revoked: 1, alreadyRevoked: 0, refused: 1, results: [row] });
    const path = await file('more.txt', `\n  ${OTHER.toUpperCase()}\r\n${ID}\n`);
    const { code, out } = await run('revoke', URL_, '--file', path, '--reason', 'x', '--yes');
    expect([code, out]).toEqual([1, `Refused: ${OTHER}: None.\\u001b[31m\nWithdrawn: 1. Withdrawn before: 0. Refused: 1.\n`]);
    expect(sent).toEqual([
      { path: '/v1/credentials/revoke', body: { confirm: 'revoke', credentials: [{ id: ID }, { id: OTHER }], reason: 'x' }, key: null },
    ]);
    expect(JSON.parse((await run('revoke', URL_, OTHER, '--yes', '--json')).out)).toEqual(row);
  });

  it('names the line of a file that is no badge, and withdraws nothing', async () => {
    const sent = service({});
    const path = await file('wrong.txt', `${URL_}\nnonsense\n`);
    expect(await run('revoke', '--file', path, '--yes')).toMatchObject({
      code: 64,
      err: expect.stringMatching(/wrong\.txt, line 2: nonsense/),
    });
    expect((await run('revoke', '--yes')).code).toBe(64);
    expect(sent).toEqual([]);
  });
});

describe('proofmark suspend and resume', () => {
  it('take a badge out of force, with a reason, and put it back', async () => {
    const sent = service({ url: URL_, suspended: { at: '2026-11-29T09:00:00.000Z', reason: 'x' } });
    expect((await run('suspend', URL_, '--reason', 'x')).out).toBe(`Suspended since 2026-11-29T09:00:00.000Z: ${URL_}\n`);
    expect((await run('resume', ID)).out).toBe(`In force again: ${URL_}\n`);
    expect(sent.map(({ path }) => path)).toEqual([`/v1/credentials/${ID}/suspend`, `/v1/credentials/${ID}/resume`]);
    expect(sent[0]?.body).toEqual({ reason: 'x' });
  });
});

describe('proofmark resend', () => {
  it('has badges sent again, each once, and names those that are not', async () => {
    const at = '2026-11-29T09:00:00.000Z';
    const results = [
      { id: ID, result: 'too-soon', resentAt: at, problem: null },
      { id: OTHER, result: 'refused', resentAt: null, problem: { code: 'gone', detail: 'Gone.\u001b[31m' } },
    ];
    const sent = service({ resent: 0, tooSoon: 1, refused: 1, results });
    const path = await file('again.txt', `${OTHER}\n${ID}\n`);
    const { code, out } = await run('resend', URL_, '--file', path);
    expect([code, out.split('\n')]).toEqual([
      1,
      [
        `Sent again at ${at}, less than an hour ago: ${ID}`,
        `Refused: ${OTHER}: Gone.\\u001b[31m`,
        'Sent again: 0. Less than an hour ago: 1. Refused: 1.',
        '',
      ],
    ]);
    expect(sent).toEqual([{ path: '/v1/credentials/resend', body: { credentials: [{ id: ID }, { id: OTHER }] }, key: null }]);
    expect((await run('resend')).code).toBe(64);
  });
});

describe('proofmark endorse', () => {
  const answer = { url: `${URL_}/endorsements/1`, endorser: { id: 'did:web:x', name: 'Grace\u001b[31m', url: null } };

  it('sends an endorsement of a named person, and shows no control characters', async () => {
    const sent = service(answer);
    const { out } = await run('endorse', URL_, '--assessor', 'Grace', '--comment', 'Yes.', '--assessor-email', 'g@x.example');
    expect(out).toMatch(/^Endorsed by Grace.*: https:\/\/badges\.example\/.*\/endorsements\/1\n$/);
    expect(out).not.toContain('\u001b');
    expect(sent).toMatchObject([{ body: { assessor: { name: 'Grace', email: 'g@x.example' }, comment: 'Yes.' } }]);
  });

  it('sends an endorsement that was signed elsewhere, as JSON or as a token', async () => {
    const sent = service(answer);
    await run('endorse', ID, '--signed', await file('signed.json', '{"type":["EndorsementCredential"]}\n'));
    await run('endorse', ID, '--signed', await file('signed.jwt', 'a.b.c\n'));
    expect(sent.map(({ body }) => body)).toEqual([{ credential: { type: ['EndorsementCredential'] } }, { jwt: 'a.b.c' }]);
  });

  it('requires exactly one of the two, whole', async () => {
    const sent = service(answer);
    expect((await run('endorse', ID, '--assessor', 'Grace')).code).toBe(64);
    expect((await run('endorse', ID, '--signed', 'x', '--assessor', 'Grace')).code).toBe(64);
    expect(sent).toEqual([]);
  });
});
