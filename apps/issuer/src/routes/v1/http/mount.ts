import { isUuid } from '@proofmark/schemas';
import type { Context, Hono } from 'hono';
import { type Actor, isAdmin, lacks } from '../../../issuing/access/actor.js';
import { authenticate } from '../../../issuing/access/authenticate.js';
import type { IssuingDeps } from '../../../issuing/ports.js';
import type { Refusal, Result } from '../../../issuing/result.js';
import { done, notFound, refused } from '../../../issuing/result.js';
import { fieldErrors, problemResponse } from '../../../problems/index.js';
import type { Endpoint, Reply } from './endpoint.js';
import { insecureUrls } from './insecure-urls.js';
import { readJson } from './read-json.js';

const NO_STORE = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** Puts the operations on the app, and answers 405 for the other methods of their addresses. */
export function mount(app: Hono, deps: IssuingDeps, endpoints: readonly Endpoint[]): void {
  const methods = new Map<string, string[]>();
  for (const endpoint of endpoints) {
    const path = endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1');
    methods.set(path, [...(methods.get(path) ?? []), endpoint.method.toUpperCase()]);
    app.on([endpoint.method], [path], async (c) => {
      const result = await answer(c, deps, endpoint);
      return result.ok ? respond(result.value) : refuse(deps, result.refusal);
    });
  }
  for (const [path, allowed] of methods) {
    app.all(path, () => refuse(deps, { code: 'method-not-allowed', detail: 'This address does not have this method.' }, allowed));
  }
}

function respond({ status, body, headers }: Reply): Response {
  const all = { ...NO_STORE, ...headers };
  if (body === undefined) return new Response(null, { status, headers: all });
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...all } });
}

function refuse(deps: IssuingDeps, refusal: Refusal, allowed?: readonly string[]): Response {
  return problemResponse(deps.baseUrl, refusal, {
    'x-content-type-options': 'nosniff',
    ...(refusal.code === 'unauthenticated' ? { 'www-authenticate': 'Bearer realm="proofmark"' } : {}),
    ...(refusal.code === 'request-in-progress' ? { 'retry-after': '1' } : {}),
    ...(allowed === undefined ? {} : { allow: [...allowed, ...(allowed.includes('GET') ? ['HEAD'] : [])].join(', ') }),
  });
}

/** Key, scope, address, parameters and body, in this order; then the use case. */
async function answer(c: Context, deps: IssuingDeps, endpoint: Endpoint): Promise<Result<Reply>> {
  const actor = await authenticate(deps, bearer(c.req.header('authorization')));
  if (!actor.ok) return actor;
  const denied = missingScope(actor.value, endpoint.scope);
  if (denied !== null) return denied;
  const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const ids = names.map((name) => c.req.param(name) ?? '');
  if (!ids.every(isUuid)) return notFound('thing');
  const url = new URL(c.req.url);
  const query = readQuery(endpoint, url);
  if (!query.ok) return query;
  const idempotencyKey = endpoint.takesIdempotencyKey === true ? (c.req.header('idempotency-key') ?? null) : null;
  if (idempotencyKey !== null && !/^[\x21-\x7e]{1,255}$/.test(idempotencyKey)) {
    return refused('invalid-parameter', 'The Idempotency-Key has to be 1 to 255 visible ASCII characters.');
  }
  const body = await readBody(endpoint, c.req.raw, deps.local);
  if (!body.ok) return body;
  const call = { actor: actor.value, ids: ids as unknown as [string, string], url, idempotencyKey };
  return endpoint.handle(deps, { ...call, query: query.value as never, body: body.value as never });
}

function bearer(header: string | undefined): string | null {
  return header === undefined ? null : (/^Bearer +(\S+)$/i.exec(header)?.[1] ?? null);
}

function missingScope(actor: Actor, scope: Endpoint['scope']): Extract<Result<never>, { ok: false }> | null {
  if (scope === null) return null;
  if (scope !== 'admin') return lacks(actor, scope);
  return isAdmin(actor) ? null : refused('forbidden', 'Only an admin key may do this.');
}

function readQuery(endpoint: Endpoint, url: URL): Result<unknown> {
  const names = [...url.searchParams.keys()];
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) return refused('invalid-parameter', 'A query parameter stands twice.');
  const input = Object.fromEntries(url.searchParams);
  if (endpoint.query === undefined) {
    return names.length === 0 ? done(undefined) : refused('invalid-parameter', 'This address takes no query parameters.');
  }
  const read = endpoint.query.safeParse(input);
  if (read.success) return done(read.data);
  return refused('invalid-parameter', 'A query parameter is not valid.', fieldErrors(read.error.issues, input));
}

async function readBody(endpoint: Endpoint, request: Request, local: boolean): Promise<Result<unknown>> {
  if (endpoint.body === undefined) return done(undefined);
  const json = await readJson(request, endpoint.method);
  if (!json.ok) return json;
  const input = json.value === undefined && endpoint.bodyOptional === true ? {} : json.value;
  const read = endpoint.body.safeParse(input);
  const errors = read.success ? (local ? [] : insecureUrls(read.data)) : fieldErrors(read.error.issues, input);
  if (read.success && errors.length === 0) return done(read.data);
  const detail = errors.length === 1 ? 'One member of the request is not valid.' : `${errors.length} members of the request are not valid.`;
  return refused('invalid-request', detail, errors);
}
