import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, Hono } from 'hono';
import type { Limit } from '../../limits/limited.js';
import { problemResponse } from '../../problems/index.js';
import { deriveCredential } from '../../vc-api/derive-credential.js';
import type { Instance } from '../../vc-api/instance.js';
import { issueCredential, type Made } from '../../vc-api/issue-credential.js';
import type { VcApiDeps } from '../../vc-api/open.js';
import { setStatus } from '../../vc-api/set-status.js';
import { type Answer, answer } from './answer.js';

type Use = (instance: Instance, body: unknown) => Promise<Answer>;

/** The addresses of configured issuers, and of deriving. There are none when nothing is configured. */
export function issuerRoutes(app: Hono, deps: VcApiDeps, limit: Limit): void {
  if (deps.instances.size === 0) return;
  const post = (path: string, use: Use): void => {
    app.post(path, (c) => guarded(c, deps, (instance) => answer(c, deps.baseUrl, limit, (body) => use(instance, body))));
  };
  post('/vc-api/issuers/:name/credentials/issue', async (instance, body) => made(await issueCredential(deps, instance, body)));
  post('/vc-api/issuers/:name/credentials/status', async (instance, body) => {
    const problem = await setStatus(deps, instance, body);
    return problem === null ? { status: 200, body: {} } : { status: 400, body: { problemDetails: [problem] } };
  });
  app.post('/vc-api/credentials/derive', (c) => answer(c, deps.baseUrl, limit, async (body) => made(await deriveCredential(deps, body))));
  app.get('/vc-api/issuers', () => json([...deps.instances.values()].map(describe)));
  app.get('/vc-api/issuers/:name', (c) => {
    const instance = deps.instances.get(c.req.param('name'));
    return instance === undefined ? unknown(deps) : json(describe(instance));
  });
  app.get('/vc-api/issuers/:name/status/:list', async (c) => {
    const list = deps.instances.get(c.req.param('name'))?.statusList;
    if (!list?.url.endsWith(`/${c.req.param('list')}`)) return unknown(deps);
    return json(await list.read(deps.now()));
  });
}

function made(result: Made): Answer {
  return result.ok
    ? { status: 201, body: { verifiableCredential: result.verifiableCredential } }
    : { status: 400, body: { problemDetails: result.problemDetails } };
}

function describe({ name, did, verificationMethod, cryptosuite, statusList }: Instance): unknown {
  return { name, id: did, verificationMethod, cryptosuite, attachesStatus: statusList !== null };
}

async function guarded(c: Context, deps: VcApiDeps, then: (instance: Instance) => Promise<Response>): Promise<Response> {
  const instance = deps.instances.get(c.req.param('name') ?? '');
  if (instance === undefined) return unknown(deps);
  if (instance.token === null || same(c.req.header('authorization') ?? '', `Bearer ${instance.token}`)) return then(instance);
  const detail = 'This issuer wants a bearer token.';
  return problemResponse(deps.baseUrl, { code: 'unauthenticated', detail }, { 'www-authenticate': 'Bearer realm="proofmark"' });
}

function same(given: string, wanted: string): boolean {
  const [a, b] = [given, wanted].map((text) => createHash('sha256').update(text).digest()) as [Buffer, Buffer];
  return timingSafeEqual(a, b);
}

function unknown({ baseUrl }: VcApiDeps): Response {
  return problemResponse(baseUrl, { code: 'not-found', detail: 'There is no such issuer or list here.' });
}

function json(body: unknown): Response {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store', 'access-control-allow-origin': '*' };
  return new Response(JSON.stringify(body), { headers });
}
