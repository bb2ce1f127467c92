import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { type RateLimits, rateLimits } from './rate-limits.js';

// T6 and T16: how much one client may ask.

const MANY = { capacity: 1000, perSecond: 1000 };
const FEW = { capacity: 2, perSecond: 0.1 };

/** What the API leaves where it recognised a key or a session. */
type Recognising = { Variables: { actor: { readonly keyId: string } } };

/** A service with these limits, where clients say who they are, and the keys `good-…` are valid. */
function service(limits: Partial<RateLimits>): (path: string, client: string, key?: string) => Promise<Response> {
  const app = new Hono<Recognising>();
  const all = { api: MANY, evidence: MANY, publicPages: MANY, images: MANY, ...limits };
  app.use(rateLimits(all, (c) => c.req.header('x-client') ?? '', 'https://badges.example').middleware);
  app.all('/v1/sign-in-links', (c) => c.body(null, 204));
  app.all('/v1/*', (c) => {
    const recognised = c.req.header('authorization')?.startsWith('Bearer good-') === true;
    if (recognised) c.set('actor', { keyId: 'key' });
    return c.text('', recognised ? 200 : 401);
  });
  app.all('*', (c) => c.text('here'));
  return async (path, client, key) =>
    app.request(path, { headers: { 'x-client': client, ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) } });
}

async function statuses(answers: readonly Promise<Response>[]): Promise<number[]> {
  return (await Promise.all(answers)).map(({ status }) => status);
}

describe('the limits of requests', () => {
  it('are told with 429, when to try again, and the RateLimit fields', async () => {
    const ask = service({ publicPages: FEW });
    expect(await statuses([ask('/', 'a'), ask('/status/1', 'a'), ask('/', 'b')])).toEqual([200, 200, 200]);
    const refused = await ask('/credentials/1', 'a');
    expect([refused.status, refused.headers.get('content-type')]).toEqual([429, 'application/problem+json']);
    expect(refused.headers.get('retry-after')).toBe('10');
    expect(refused.headers.get('ratelimit')).toBe('"public";r=0;t=10');
    expect(refused.headers.get('ratelimit-policy')).toBe('"public";q=2;w=20');
    expect(await refused.json()).toMatchObject({ code: 'too-many-requests' });
  });

  it('count pictures for themselves', async () => {
    const ask = service({ images: FEW });
    expect(await statuses([ask('/credentials/1.png', 'a'), ask('/achievements/1/image', 'a')])).toEqual([200, 200]);
    expect(await statuses([ask('/credentials/1.svg', 'a'), ask('/credentials/1', 'a')])).toEqual([429, 200]);
  });

  it('leave probes alone', async () => {
    const ask = service({ publicPages: FEW });
    expect(new Set(await statuses(Array.from({ length: 20 }, () => ask('/healthz', 'a'))))).toEqual(new Set([200]));
  });

  it('count requests of a key, from wherever they come', async () => {
    const ask = service({ api: FEW });
    const first = await ask('/v1/issuers', 'a', 'good-1');
    expect([first.status, first.headers.get('ratelimit')]).toEqual([200, '"api";r=1;t=10']);
    expect((await ask('/v1/issuers', 'b', 'good-1')).status).toBe(200);
    expect((await ask('/v1/issuers', 'c', 'good-1')).status).toBe(429);
    expect((await ask('/v1/issuers', 'a', 'good-2')).status).toBe(200);
  });

  it('count keys that may be invented by address, and let a known key pass beside them', async () => {
    const ask = service({ publicPages: FEW });
    expect((await ask('/v1/issuers', 'a', 'good-1')).status).toBe(200);
    expect(await statuses([ask('/v1/issuers', 'a', 'bad-1'), ask('/v1/issuers', 'a', 'bad-2'), ask('/v1/issuers', 'a')])).toEqual([
      401, 429, 429,
    ]);
    expect((await ask('/v1/issuers', 'a', 'good-1')).status).toBe(200);
  });

  it('do not take an invented key or session for known where nobody looked at it: what is open to all, and what is refused before', async () => {
    const app = new Hono();
    app.use(rateLimits({ api: MANY, evidence: MANY, publicPages: FEW, images: MANY }, () => 'a', 'https://badges.example').middleware);
    app.all('/v1/sign-in-links', (c) => c.body(null, 204));
    app.all('*', (c) => c.body(null, 403));
    const invented = { authorization: 'Bearer invented', cookie: `proofmark-session-3000=pm_session_${'A'.repeat(43)}.x` };
    for (const headers of [{ authorization: invented.authorization }, { cookie: invented.cookie }]) {
      const ask = async (path: string) => (await app.request(path, { method: 'POST', headers })).status;
      await Promise.all([ask('/v1/sign-in-links'), ask('/v1/issuers')]);
      expect(await ask('/v1/issuers')).toBe(429);
    }
  });

  it('count those who try to sign in for themselves, by client, and never end a session by it', async () => {
    const app = new Hono();
    const all = { api: MANY, evidence: MANY, publicPages: MANY, images: MANY };
    app.use(rateLimits(all, (c) => c.req.header('x-client') ?? '', 'https://badges.example').middleware);
    app.all('*', (c) => c.body(null, 204));
    const ask = async (method: string, path: string, client: string) =>
      (await app.request(path, { method, headers: { 'x-client': client } })).status;
    for (const path of ['/v1/sessions', '/v1/owners', '/v1/sign-in-links', '/v1/invitations/accept'])
      for (let n = 0; n < 5; n += 1) expect(await ask('POST', path, 'a')).toBe(204);
    expect(await ask('POST', '/v1/sessions', 'a')).toBe(429);
    expect([await ask('POST', '/v1/sessions', 'b'), await ask('GET', '/v1/sessions', 'a')]).toEqual([204, 204]);
  });

  it('count a session like a key, from wherever it comes', async () => {
    const app = new Hono<Recognising>();
    const all = { api: FEW, evidence: MANY, publicPages: MANY, images: MANY };
    app.use(rateLimits(all, (c) => c.req.header('x-client') ?? '', 'https://badges.example').middleware);
    app.all('*', (c) => {
      c.set('actor', { keyId: 'person' });
      return c.body(null, 204);
    });
    const ask = async (client: string, secret: string) => {
      const cookie = `x=y; __Host-proofmark-session=pm_session_${secret.repeat(43)}; z=1`;
      return (await app.request('/v1/me', { headers: { 'x-client': client, cookie } })).status;
    };
    expect([await ask('a', 'A'), await ask('b', 'A'), await ask('c', 'A'), await ask('a', 'B')]).toEqual([204, 204, 429, 204]);
  });

  it('count what tries links for itself', async () => {
    const ask = service({ evidence: FEW });
    expect((await ask('/v1/issuers', 'a', 'good-1')).status).toBe(200);
    const tried = [0, 1, 2].map(() => ask('/v1/evidence/check', 'a', 'good-1'));
    expect(await statuses([...tried, ask('/v1/issuers', 'a', 'good-1')])).toEqual([200, 200, 429, 200]);
  });
});

describe('public pages that are asked for together', () => {
  /** A service whose pages are made when they are told to, and how many are being made. */
  function slowPages() {
    const app = new Hono();
    const ends: (() => void)[] = [];
    app.use(
      rateLimits({ api: MANY, evidence: MANY, publicPages: MANY, images: MANY }, (c) => c.req.header('x-client') ?? '', 'https://b.example')
        .middleware,
    );
    app.get('*', async (c) => {
      await new Promise<void>((resolve) => ends.push(resolve));
      return c.text(c.req.path);
    });
    const ask = (client: string): Promise<Response> => Promise.resolve(app.request('/credentials/1', { headers: { 'x-client': client } }));
    return { ask, ends };
  }

  it('are made a few at a time for each client, so that one with a thousand leaves room for others', async () => {
    const { ask, ends } = slowPages();
    const many = Array.from({ length: 200 }, () => ask('greedy'));
    await expect.poll(() => ends.length).toBe(12);
    const other = ask('honest');
    await expect.poll(() => ends.length).toBe(13);
    ends[12]?.();
    expect((await other).status).toBe(200);
    let ended = 0;
    while (ended < 201) {
      await expect.poll(() => ends.length).toBeGreaterThan(ended);
      ends[ended]?.();
      ended += 1;
    }
    expect(new Set(await statuses(many))).toEqual(new Set([200]));
  });

  it('are refused to a client that has hundreds waiting, with when to try again', async () => {
    const { ask, ends } = slowPages();
    const many = Array.from({ length: 12 + 256 }, () => ask('greedy'));
    await expect.poll(() => ends.length).toBe(12);
    const refused = await ask('greedy');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
    for (let ended = 0; ended < many.length; ended += 1) {
      await expect.poll(() => ends.length).toBeGreaterThan(ended);
      ends[ended]?.();
    }
    expect(new Set(await statuses(many))).toEqual(new Set([200]));
  });
});
