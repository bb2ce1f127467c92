import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASE, good, type Issuing, makeTenant, startIssuing, type Tenant } from '../issuing/issuing.fixture.js';
import { rateLimits } from '../limits/rate-limits.js';
import { type Remembering, remembering } from '../public/cache/remembering.fixture.js';
import { answersAtOnce } from './answer-at-once.js';
import { createApp } from './create-app.js';
import { type Listening, listen } from './listen.js';
import { createLogger } from './logger.js';
import { type RequestReport, reportRequests } from './report-request.js';

// The same documents over HTTP, by the way that is short and by the one through the router.

const MANY = { capacity: 10_000, perSecond: 1000 };
const FEW = { capacity: 3, perSecond: 0.001 };
const logger = createLogger('silent');
let issuing: Issuing;
let acme: Tenant;
let page: string;
let list: string;
const listening: Listening[] = [];
beforeAll(async () => {
  issuing = await startIssuing();
  acme = await makeTenant(issuing, 'acme');
  const body = { recipient: { email: 'ada@example.org' } };
  const input = { achievementId: acme.achievement.id, body, idempotencyKey: null };
  const { credential } = good(await issuing.useCases.issueCredential({ actor: acme.actor, input }));
  page = `/credentials/${credential.id}`;
  const { rows } = await issuing.database.pool.query('SELECT signed_json FROM credential');
  list = new URL(JSON.parse(rows[0].signed_json).credentialStatus.statusListCredential).pathname;
});
afterAll(async () => {
  for (const one of listening) await one.close(0);
  await issuing.close();
});

interface Served {
  readonly port: number;
  readonly memory: Remembering;
  readonly reports: RequestReport[];
  /** Requests that went through the router. */
  routed(): number;
}

async function serve(short: boolean, publicPages = MANY): Promise<Served> {
  const memory = remembering(issuing.database.pool);
  const reports: RequestReport[] = [];
  const report = reportRequests(logger, (one) => void reports.push(one));
  const limiter = rateLimits({ api: MANY, evidence: MANY, images: MANY, publicPages }, (c) => c.req.header('x-client') ?? '', BASE);
  const app = createApp({ baseUrl: BASE, logger, ready: () => [], limits: limiter.middleware, report }, (routes) =>
    routes.route('/', memory.app),
  );
  const atOnce = answersAtOnce({ baseUrl: BASE, documents: memory.documents, admits: limiter.admits, report });
  const server = await listen('127.0.0.1', 0);
  listening.push(server);
  let routed = 0;
  server.serve((asked, connection) => {
    const answer = short ? atOnce(asked, connection) : null;
    if (answer !== null) return answer;
    routed += 1;
    return app.fetch(asked, connection);
  });
  return { port: server.port, memory, reports, routed: () => routed };
}

/** What comes over the wire, without what differs by the time and the request. */
async function ask({ port }: Served, path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number | undefined; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers: { 'x-request-id': 'of-this-test', ...headers } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () => {
        const { date: _, ...others } = answer.headers;
        resolve({ status: answer.statusCode, headers: others, body: Buffer.concat(chunks).toString('base64') });
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}

const JSON_LD = { accept: 'application/ld+json' };
const HTML = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'accept-encoding': 'gzip, deflate, br' };

/** Answers of the short way, once everything is in memory: how many of them there are must be known. */
async function requests(served: Served): Promise<readonly (readonly [string, Record<string, string>, string?])[]> {
  const { etag = '' } = (await ask(served, page, HTML)).headers as { etag?: string };
  const inOneForm = ['.json', '.jwt', '.svg', '.png', '/status', '/work-log'].map((end) => [`${page}${end}`, {}] as const);
  return [
    [page, HTML],
    [page, { ...HTML, 'accept-encoding': 'gzip' }],
    [page, { ...HTML, 'accept-encoding': 'identity' }],
    [page, {}],
    [page, JSON_LD],
    [page, { accept: '*/*', 'sec-fetch-dest': 'empty' }],
    [page, HTML, 'HEAD'],
    [page, { ...HTML, 'if-none-match': etag }],
    [page, { ...HTML, 'if-none-match': `W/${etag}, "x"` }, 'HEAD'],
    [page, { ...HTML, 'if-none-match': '"other"' }],
    [page, { ...HTML, 'x-request-id': 'pm_live_s3cretS3cret', traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' }],
    ...inOneForm,
    [list, JSON_LD],
    ['/issuers/acme', HTML],
    ['/issuers/acme/did.json', {}],
    [`/achievements/${acme.achievement.id}`, HTML],
  ];
}

const OTHERS = (path: string) =>
  [
    [`${path}?utm_source=x`, HTML],
    [`${path}?x`, HTML],
    [`${path}/`, HTML],
    [`/${path}`, HTML],
    [`/issuers/../${path}`, HTML],
    [path.replace('credentials', '%63redentials'), HTML],
    [path, HTML, 'POST'],
    [path, HTML, 'OPTIONS'],
    [`${path}.pdf`, HTML],
    ['/credentials/none', HTML],
    ['/healthz', {}],
  ] as const;

describe('public documents in memory', () => {
  it('are answered as the application answers them, whatever is asked, without going through it', async () => {
    const [short, long] = [await serve(true), await serve(false)];
    const all = await requests(short);
    for (const [path, headers, method] of all) await ask(short, path, headers, method);
    const [before, reports] = [short.routed(), short.reports.length];
    for (const [path, headers, method] of all) {
      const [one, other] = [await ask(short, path, headers, method), await ask(long, path, headers, method)];
      const { 'x-request-id': id, ...rest } = one.headers;
      const { 'x-request-id': otherId, ...expected } = other.headers;
      expect([path, [200, 304].includes(one.status ?? 0)]).toEqual([path, true]);
      expect([path, headers, one.status, rest, one.body]).toEqual([path, headers, other.status, expected, other.body]);
      if (headers['x-request-id'] === undefined) expect([id, otherId]).toEqual(['of-this-test', 'of-this-test']);
      else expect(id).toMatch(/^[0-9a-f-]{36}$/);
    }
    expect([short.routed() - before, short.reports.length - reports]).toEqual([0, all.length]);
  });

  it('are reported as the application reports them, once each', async () => {
    const [short, long] = [await serve(true), await serve(false)];
    const all = (await requests(short)).filter(([, headers]) => headers['x-request-id'] === undefined);
    for (let n = 0; n < 2; n += 1)
      for (const served of [short, long]) {
        served.reports.length = 0;
        for (const [path, headers, method] of all) await ask(served, path, headers, method);
      }
    const told = ({ reports }: Served) => reports.map(({ ms, ...report }) => report);
    expect(told(short)).toEqual(told(long));
  });

  it('are left to the application where the address may mean something else, or is another one', async () => {
    const [short, long] = [await serve(true), await serve(false)];
    await ask(short, page, HTML);
    for (const [path, headers, method] of OTHERS(page)) {
      const before = short.routed();
      const [one, other] = [await ask(short, path, headers, method), await ask(long, path, headers, method)];
      // Node takes dots out of an address only where the client does not: both are the same document then.
      if (!path.includes('..')) expect([path, method, short.routed() - before]).toEqual([path, method, 1]);
      expect([path, method, one]).toEqual([path, method, other]);
    }
  });

  it('count for the limits, and are refused as others are', async () => {
    const served = await serve(true, FEW);
    const of = (client: string) => ask(served, page, { ...HTML, 'x-client': client });
    const statuses = [];
    for (let n = 0; n < 5; n += 1) statuses.push((await of('a')).status);
    expect([statuses, served.routed()]).toEqual([[200, 200, 200, 429, 429], 3]);
    expect((await of('a')).headers).toMatchObject({ ratelimit: '"public";r=0;t=1000', 'content-type': 'application/problem+json' });
    expect((await of('b')).status).toBe(200);
  });

  it('are answered only as long as it is known that they did not change', async () => {
    const served = await serve(true);
    const before = await ask(served, '/issuers/acme', JSON_LD);
    expect(await ask(served, '/issuers/acme', JSON_LD)).toEqual(before);
    expect(served.routed()).toBe(1);
    const changes = { name: 'Acme School' };
    good(await issuing.useCases.updateIssuer({ actor: acme.actor, input: { issuerId: acme.issuer.id, changes } }));
    served.memory.later();
    const after = await ask(served, '/issuers/acme', JSON_LD);
    expect(Buffer.from(after.body, 'base64').toString()).toContain('Acme School');
    expect(served.routed()).toBe(2);
  });
});
