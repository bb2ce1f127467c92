import { documentsRoutes, type LoopbackServer, loopbackServer } from '@proofmark/testkit';
import { cryptoContract, decompressionContract, documentsContract, tokensContract } from '@proofmark/testkit/contracts';
import * as vitest from 'vitest';
import { canVerifyHere, webPorts } from './web-ports.js';

const { afterAll, afterEach, beforeAll, describe, expect, it, vi } = vitest;

describe('webPorts, on the web APIs of Node', () => {
  let server: LoopbackServer;
  beforeAll(async () => {
    server = await loopbackServer(documentsRoutes);
  });
  afterAll(() => server.close());
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  const ports = webPorts({ allowLoopback: true, timeout: 2000 });
  cryptoContract(vitest, () => ports.crypto);
  tokensContract(vitest, () => ports.tokens);
  decompressionContract(vitest, () => ports, { strictEnd: false });
  documentsContract(
    vitest,
    () => ports.documents,
    () => server.origin,
    { countsRedirects: false },
  );

  it('does not fetch from loopback unless the page itself is on loopback', async () => {
    const request = { url: `${server.origin}/document`, accept: '*/*', maxBytes: 100, for: 'badge' } as const;
    expect(await webPorts().documents.fetch(request)).toMatchObject({ code: 'refused-address' });
    vi.stubGlobal('location', { hostname: 'badges.example' });
    expect(await webPorts().documents.fetch(request)).toMatchObject({ code: 'refused-address' });
    vi.stubGlobal('location', { hostname: 'localhost' });
    expect(await webPorts().documents.fetch(request)).toMatchObject({ ok: true });
  });

  it('lets a page on a disk fetch from loopback when its home is there', async () => {
    const request = { url: `${server.origin}/document`, accept: '*/*', maxBytes: 100, for: 'badge' } as const;
    const asked = (home?: string) => webPorts(home === undefined ? {} : { home }).documents.fetch(request);
    vi.stubGlobal('location', { protocol: 'file:', hostname: '' });
    expect(await asked('http://localhost:3000/embed/proofmark-badge.js')).toMatchObject({ ok: true });
    for (const home of [undefined, '', 'https://badges.example/embed/proofmark-badge.js', 'http://localhost.badges.example/']) {
      expect(await asked(home)).toMatchObject({ code: 'refused-address' });
    }
    vi.stubGlobal('location', { protocol: 'https:', hostname: 'portfolio.example' });
    expect(await asked('http://localhost:3000/embed/proofmark-badge.js')).toMatchObject({ code: 'refused-address' });
  });

  it('has the browser ask again for keys, of which a copy may hide a revocation', async () => {
    const asked = vi.fn((..._: Parameters<typeof fetch>) => Promise.resolve(new Response('{}')));
    vi.stubGlobal('fetch', asked);
    const { documents } = webPorts();
    for (const purpose of ['issuer', 'badge'] as const) {
      await documents.fetch({ url: 'https://badges.example/did.json', accept: 'application/json', maxBytes: 9, for: purpose });
    }
    expect(asked.mock.calls.map(([, options]) => options?.cache)).toEqual(['no-cache', 'default']);
  });

  it('asks without credentials and without a referrer', async () => {
    const asked = vi.fn((..._: Parameters<typeof fetch>) => Promise.resolve(new Response('{}')));
    vi.stubGlobal('fetch', asked);
    await webPorts().documents.fetch({ url: 'https://badges.example/x', accept: 'application/json', maxBytes: 9, for: 'badge' });
    const options = asked.mock.calls[0]?.[1];
    expect(options).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' });
    // What `fetch` does where nothing is said: it follows redirects, and reads another origin's answer only where that allows it.
    expect([options?.mode ?? 'cors', options?.redirect ?? 'follow']).toEqual(['cors', 'follow']);
  });

  it('hands on what may be read of the header of a refusal, since it says when to ask again', async () => {
    vi.stubGlobal('fetch', async () => new Response('{}', { status: 429, headers: { 'Retry-After': '7' } }));
    const fetched = await webPorts().documents.fetch({ url: 'https://api.github.com/x', accept: '*/*', maxBytes: 9, for: 'forge' });
    expect(fetched).toMatchObject({ ok: false, code: 'http-status', status: 429 });
    expect(!fetched.ok && fetched.headers).toContainEqual(['retry-after', '7']);
  });

  it('refuses the answer of a redirect that left https', async () => {
    const response = Object.defineProperty(new Response('{}'), 'url', { value: 'http://badges.example/x' });
    vi.stubGlobal('fetch', async () => response);
    const fetched = await webPorts().documents.fetch({ url: 'https://badges.example/x', accept: '*/*', maxBytes: 9, for: 'badge' });
    expect(fetched).toMatchObject({ ok: false, code: 'refused-address' });
  });

  it('does not load an answer that announces more than may come', async () => {
    const response = new Response('x'.repeat(100), { headers: { 'content-length': '100' } });
    vi.stubGlobal('fetch', async () => response);
    const { documents } = webPorts();
    const request = { url: 'https://badges.example/x', accept: '*/*', maxBytes: 99, for: 'badge' } as const;
    const read = vi.spyOn(response.body as ReadableStream, 'getReader');
    const cancelled = vi.spyOn(response.body as ReadableStream, 'cancel');
    expect(await documents.fetch(request)).toMatchObject({ ok: false, code: 'too-large' });
    expect([read.mock.calls.length, cancelled.mock.calls.length]).toEqual([0, 1]);
    expect(await documents.fetch({ ...request, maxBytes: 100 })).not.toMatchObject({ code: 'too-large' });
  });

  it('throws where there is no WebCrypto, and canVerifyHere is false', () => {
    vi.stubGlobal('crypto', {});
    expect(canVerifyHere()).toBe(false);
    expect(() => webPorts()).toThrow(TypeError);
  });
});

describe('webPorts in a browser that lacks Ed25519', () => {
  const { subtle } = globalThis.crypto;
  const older = new Proxy(subtle, {
    get: (target, name: keyof SubtleCrypto) => {
      if (name !== 'importKey') return target[name].bind(target);
      return (...args: Parameters<SubtleCrypto['importKey']>) =>
        (args[2] as { name: string }).name === 'Ed25519'
          ? Promise.reject(new DOMException('Unrecognized name.', 'NotSupportedError'))
          : target.importKey(...args);
    },
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  cryptoContract(
    vitest,
    () => {
      vi.stubGlobal('crypto', { subtle: older });
      return webPorts().crypto;
    },
    { ed25519: false },
  );

  it('cannot tell whether an Ed25519 token is signed, and still checks others', async () => {
    vi.stubGlobal('crypto', { subtle: older });
    const { tokens } = webPorts();
    const key = { algorithm: 'Ed25519', jwk: { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' } } as const;
    expect(await tokens.verifyCompact('eyJhbGciOiJFZERTQSJ9.e30.AAAA', 'EdDSA', key)).toBeNull();
  });
});
