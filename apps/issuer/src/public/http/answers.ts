import type { Json } from '@proofmark/schemas';
import type { Context, MiddlewareHandler } from 'hono';
import { problemOf } from '../../problems/index.js';
import type { PublicContext } from '../context.js';
import type { IssuerOfPage } from '../layout/issuer-links.js';
import { messagePage, PAGE_POLICY } from '../layout/layout.js';
import { negotiate, readAccept } from './accept.js';
import { languageOfRequest } from './accept-language.js';
import { CACHE, type PublicAnswer, publicAnswer } from './answer.js';
import type { Asked } from './asked.js';
import { publicDocument } from './document.js';
import { respond } from './respond.js';

/** A page for people. */
export function pageAnswer(
  body: string,
  more: { readonly status?: number; readonly cacheControl?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): PublicAnswer {
  return publicAnswer({
    status: more.status ?? 200,
    body,
    contentType: 'text/html; charset=utf-8',
    cacheControl: more.cacheControl ?? CACHE.page,
    headers: { vary: 'Accept, Accept-Language', 'content-security-policy': PAGE_POLICY, ...more.headers },
  });
}

/** A JSON document. */
export function jsonAnswer(
  body: Json | string,
  contentType: string,
  cacheControl: string = CACHE.document,
  headers: Readonly<Record<string, string>> = {},
): PublicAnswer {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return publicAnswer({ body: text, contentType, cacheControl, headers: { vary: 'Accept', ...headers } });
}

/** A refusal: a page for people, a problem (RFC 9457) for programs. `detail` is one sentence of ours; `issuer` is whose page it is, where that is known. */
export function refusal(
  { accept }: Pick<Asked, 'accept'>,
  { at, assets, language, issuer = null }: Pick<PublicContext, 'at' | 'assets' | 'language'> & { readonly issuer?: IssuerOfPage | null },
  code: 'not-found' | 'gone' | 'not-acceptable' | 'method-not-allowed',
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): PublicAnswer {
  const problem = problemOf(at.base, { code, detail });
  const { status } = problem;
  if (prefersPage(accept)) {
    return pageAnswer(messagePage({ title: detail, text: [] }, at, assets, language, issuer), {
      status,
      cacheControl: CACHE.none,
      headers,
    });
  }
  return publicAnswer({
    status,
    body: JSON.stringify(problem),
    contentType: 'application/problem+json',
    cacheControl: CACHE.none,
    headers: { vary: 'Accept', ...headers },
  });
}

/** Whether the one who asks reads pages: it likes HTML better than a problem document, and says so. */
function prefersPage(accept: Asked['accept']): boolean {
  return negotiate(accept, ['application/problem+json', 'application/json', 'text/html']) === 'text/html';
}

/** What a request is answered that none of the routes takes; `detail` names a sentence for refusals in the language of the one who asks. */
export function refuse(
  c: Context,
  context: PublicContext,
  code: 'not-found' | 'method-not-allowed',
  detail: 'address' | 'read-only',
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const accept = readAccept(c.req.header('accept'));
  const language = languageOfRequest(c.req, context.deps.language);
  return respond(c.req.raw, publicDocument(refusal({ accept }, { ...context, language }, code, language.texts.refusals[detail], headers)));
}

/** Turns the 404 of an address that no route knows into a page, for those who read pages. */
export function pagesForPeople(context: PublicContext): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { status, headers } = c.res;
    if (status !== 404 || headers.get('content-type')?.startsWith('text/html') === true) return;
    if (!prefersPage(readAccept(c.req.header('accept')))) return;
    const page = await refuse(c, context, 'not-found', 'address');
    c.res = undefined;
    c.res = page;
  };
}
