import type { Json } from '@proofmark/schemas';
import type { Context, MiddlewareHandler } from 'hono';
import { problemOf } from '../../problems/index.js';
import type { PublicContext } from '../context.js';
import { messagePage, PAGE_POLICY } from '../layout/layout.js';
import { negotiate } from './negotiate.js';
import { CACHE, publicAnswer } from './respond.js';

/** A page for people. */
export function pageAnswer(
  c: Context,
  body: string,
  more: { readonly status?: number; readonly cacheControl?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): Response {
  return publicAnswer(c.req.raw, {
    status: more.status ?? 200,
    body,
    contentType: 'text/html; charset=utf-8',
    cacheControl: more.cacheControl ?? CACHE.page,
    headers: { vary: 'Accept', 'content-security-policy': PAGE_POLICY, ...more.headers },
  });
}

/** A JSON document. */
export function jsonAnswer(
  c: Context,
  body: Json | string,
  contentType: string,
  cacheControl: string = CACHE.document,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return publicAnswer(c.req.raw, { body: text, contentType, cacheControl, headers: { vary: 'Accept', ...headers } });
}

/** A refusal: a page for people, a problem (RFC 9457) for programs. `detail` is one sentence of ours. */
export function refusal(
  c: Context,
  { at, assets, language }: PublicContext,
  code: 'not-found' | 'gone' | 'not-acceptable' | 'method-not-allowed',
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const problem = problemOf(at.base, { code, detail });
  const { status, title } = problem;
  if (prefersPage(c)) {
    return pageAnswer(c, messagePage({ title, text: [detail] }, at, assets, language), { status, cacheControl: CACHE.none, headers });
  }
  return publicAnswer(c.req.raw, {
    status,
    body: JSON.stringify(problem),
    contentType: 'application/problem+json',
    cacheControl: CACHE.none,
    headers: { vary: 'Accept', ...headers },
  });
}

/** Whether the one who asks reads pages: it likes HTML better than a problem document, and says so. */
function prefersPage(c: Context): boolean {
  return negotiate(c.req.header('accept'), ['application/problem+json', 'application/json', 'text/html']) === 'text/html';
}

/** Turns the 404 of an address that no route knows into a page, for those who read pages. */
export function pagesForPeople(context: PublicContext): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { status, headers } = c.res;
    if (status !== 404 || headers.get('content-type')?.startsWith('text/html') === true || !prefersPage(c)) return;
    c.res = undefined;
    c.res = refusal(c, context, 'not-found', context.language.texts.refusals.address);
  };
}
