import { type AbortableDocuments, nodePorts } from '@proofmark/platform/node';
import { type LoopbackServer, loopbackServer } from '@proofmark/testkit';
import type { DocumentSource, FetchRequest } from '@proofmark/verifying';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { relay } from './relay.js';

// T4 and T26: whom the relay serves, and what it asks for.

const OWN = { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' };
const ask = async (
  documents: DocumentSource,
  body: unknown,
  headers: Record<string, string> = OWN,
  clock = () => 0,
): Promise<[number, Record<string, unknown>]> => {
  const answer = await relay({ documents, clock }).request('https://verify.example/', {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return [answer.status, (await answer.json()) as Record<string, unknown>];
};
const serving = (body: string | Uint8Array, asked: FetchRequest[] = []): DocumentSource => ({
  async fetch(request) {
    asked.push(request);
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
    return { ok: true, url: request.url, status: 200, mediaType: 'application/json', etag: null, body: bytes };
  },
});

describe('the relay, for an address that it must not fetch', () => {
  const ports = nodePorts({ timeouts: { connect: 500, total: 1000 } });
  let server: LoopbackServer;
  beforeAll(async () => {
    server = await loopbackServer((_, response) => void response.end('{"secret":1}'));
  });
  afterAll(async () => {
    await server.close();
    await ports.close();
  });

  it.each([
    (port: string) => `http://localhost:${port}/`,
    (port: string) => `https://localhost:${port}/`,
    (port: string) => `http://127.0.0.1:${port}/`,
    (port: string) => `http://127.1:${port}/`,
    (port: string) => `http://0x7f000001:${port}/`,
    (port: string) => `http://2130706433:${port}/`,
    (port: string) => `http://[::1]:${port}/`,
    (port: string) => `http://[::ffff:127.0.0.1]:${port}/`,
    (port: string) => `https://user:pass@localhost:${port}/`,
    (port: string) => `https://badges.example@127.0.0.1:${port}/`,
    () => 'http://169.254.169.254/latest/meta-data/',
    () => 'https://169.254.169.254/latest/meta-data/',
    () => 'https://[::ffff:169.254.169.254]/',
    () => 'https://10.0.0.1/',
    () => 'https://192.168.0.1/',
    () => 'https://[fd00::1]/',
    () => 'https://0.0.0.0/',
    () => 'https://127.0.0.1.nip.io:22/',
    () => 'file:///etc/passwd',
    () => 'gopher://127.0.0.1/',
    () => 'data:application/json,{}',
    () => 'http://badges.example/',
    () => '',
  ])('refuses hostile address %#', async (url) => {
    const before = server.requests.length;
    const [status, answer] = await ask(ports.documents, { url: url(new URL(server.origin).port), for: 'issuer' });
    expect([status, answer]).toEqual([200, { ok: false, code: 'refused-address' }]);
    expect(server.requests.length).toBe(before);
  });
});

describe('the relay, for a request of another site', () => {
  const asked: FetchRequest[] = [];
  const body = { url: 'https://badges.example/', for: 'issuer' };
  it.each([
    [{ ...OWN, 'Sec-Fetch-Site': 'cross-site' }, 403],
    [{ ...OWN, 'Sec-Fetch-Site': 'same-site' }, 403],
    [{ ...OWN, 'Sec-Fetch-Site': 'none' }, 403],
    [{ 'Content-Type': 'application/json' }, 403],
    [{ 'Content-Type': 'application/json', Origin: 'https://evil.example', Host: 'verify.example' }, 403],
    [{ 'Content-Type': 'application/json', Origin: 'null', Host: 'verify.example' }, 403],
    [{ 'Content-Type': 'text/plain', 'Sec-Fetch-Site': 'same-origin' }, 400],
    [{ 'Content-Type': 'application/json', Origin: 'https://verify.example', Host: 'verify.example' }, 200],
    [OWN, 200],
  ])('answers %j with %i', async (headers, status) => {
    asked.length = 0;
    expect((await ask(serving('{}', asked), body, headers))[0]).toBe(status);
    expect(asked).toHaveLength(status === 200 ? 1 : 0);
  });

  it('takes POST alone, so that no log holds the address', async () => {
    for (const method of ['GET', 'PUT', 'HEAD']) {
      expect(
        (await relay({ documents: serving('{}') }).request('https://verify.example/?url=https://badges.example/', { method })).status,
      ).toBe(404);
    }
  });
});

describe('the relay', () => {
  it.each([
    [{ url: 'https://a.example/', for: 'everything' }],
    [{ url: 'https://a.example/', for: 'constructor' }],
    [{ url: 'https://a.example/' }],
    [{ url: ['https://a.example/'], for: 'badge' }],
    [{ url: `https://a.example/${'x'.repeat(4100)}`, for: 'badge' }],
    [null],
    ['https://a.example/'],
  ])('refuses %j', async (body) => {
    const asked: FetchRequest[] = [];
    expect((await ask(serving('{}', asked), body))[0]).toBe(400);
    expect(asked).toEqual([]);
  });

  it('decides itself which types it accepts and how many bytes it reads', async () => {
    const asked: FetchRequest[] = [];
    await ask(serving('{}', asked), { url: 'https://a.example/', for: 'issuer', accept: 'text/html', maxBytes: 1e12, method: 'DELETE' });
    expect(asked).toEqual([
      { url: 'https://a.example/', for: 'issuer', accept: expect.stringContaining('application/json'), maxBytes: 1_000_000 },
    ]);
  });

  it.each([
    ['issuer', '{"id":"did:web:a.example"}', true],
    ['status', 'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJ4In0.c2ln', true],
    ['badge', '<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"></svg>', true],
    ['badge', '<svg xmlns="http://www.w3.org/2000/svg"></svg>', false],
    ['badge', '<!doctype html><title>openbadges</title><svg></svg>', false],
    ['badge', '<html>', false],
    ['issuer', '<svg openbadges></svg>', false],
    ['issuer', '"text"', false],
    ['issuer', '{"a":', false],
    ['status', 'plain text', false],
    ['badge', '', false],
  ])('passes on as %s the body %j: %s', async (kind, body, is) => {
    const [, answer] = await ask(serving(body), { url: 'https://a.example/', for: kind });
    expect(answer).toEqual(
      is
        ? { ok: true, status: 200, mediaType: 'application/json', body: Buffer.from(body).toString('base64') }
        : { ok: false, code: 'malformed-response' },
    );
  });

  it('passes on only digests and the first bytes of evidence', async () => {
    const work = new Uint8Array(100_000).fill(7);
    const [, answer] = await ask(serving(work), { url: 'https://a.example/essay.pdf', for: 'evidence' });
    expect(answer).toMatchObject({
      ok: true,
      digests: { 'SHA-256': expect.stringMatching(/^[\w+/]{43}=$/), 'SHA-384': expect.anything() },
    });
    expect(answer).not.toHaveProperty('body');
    expect(Buffer.from(String(answer.head), 'base64')).toHaveLength(512);
  });

  it('refuses a large request', async () => {
    expect((await ask(serving('{}'), { url: 'https://a.example/', for: 'issuer', more: 'x'.repeat(9000) }))[0]).toBe(413);
  });
});

describe('the limits of the relay', () => {
  it('bound the requests of a client, and name when to try again', async () => {
    let now = 0;
    const app = relay({ documents: serving('{}'), clock: () => now });
    const request = () =>
      app.request('https://verify.example/', { method: 'POST', headers: OWN, body: '{"url":"https://a.example/","for":"issuer"}' });
    for (let count = 0; count < 120; count += 1) expect((await request()).status).toBe(200);
    const refused = await request();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
    now = 1000;
    expect((await request()).status).toBe(200);
  });

  it('leave room for others when one client asks hosts that never answer, and free a place after an error', async () => {
    let finish = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let broken = false;
    const app = relay({
      clock: () => 0,
      client: (c) => c.req.header('x-client') ?? '',
      documents: {
        async fetch({ url }) {
          if (url !== 'https://quick.example/') await held;
          if (broken) throw new Error('broken');
          return { ok: false, url, code: 'timeout' };
        },
      },
    });
    app.onError((_, c) => c.json({}, 500));
    const request = (client: string, url = 'https://slow.example/') =>
      app.request('https://verify.example/', {
        method: 'POST',
        headers: { ...OWN, 'x-client': client },
        body: JSON.stringify({ url, for: 'issuer' }),
      });
    const [most, waiting] = [4, 32];
    const stuck = Array.from({ length: 10 * (most + waiting) }, (_, n) => request(`slow ${n % 10}`));
    expect((await request('slow 0')).status).toBe(429);
    expect((await request('honest', 'https://quick.example/')).status).toBe(200);
    broken = true;
    finish();
    expect(new Set((await Promise.all(stuck)).map(({ status }) => status))).toContain(500);
    broken = false;
    expect((await request('slow 0', 'https://quick.example/')).status).toBe(200);
  });

  it('give up what a client asked for when it leaves', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const documents: AbortableDocuments = {
      async fetch({ url }, signal) {
        signals.push(signal);
        await new Promise((resolve) => signal?.addEventListener('abort', resolve));
        return { ok: false, url, code: 'timeout' };
      },
    };
    const left = new AbortController();
    const asked = relay({ documents }).request('https://verify.example/', {
      method: 'POST',
      headers: OWN,
      body: '{"url":"https://a.example/","for":"issuer"}',
      signal: left.signal,
    });
    await vi.waitFor(() => expect(signals).toHaveLength(1));
    left.abort();
    expect(await (await asked).json()).toEqual({ ok: false, code: 'timeout' });
  });
});
