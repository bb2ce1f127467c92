import { FIRST_RANDOM_LIST } from '@proofmark/schemas';
import type { Context } from 'hono';
import type { PublicContext, PublicHandler } from '../context.js';
import { jsonAnswer, refusal } from '../http/answers.js';
import { negotiate } from '../http/negotiate.js';

const TYPES = ['application/ld+json', 'application/json', 'application/vc', 'application/vc+ld+json'] as const;

/** GET /issuers/{slug}/status/{list}, and /status/{list} for lists of earlier releases: the signed list of revocations. */
export const getStatusList: PublicHandler = (c, context) => answer(c, context, 'revocation');

/** The same with /suspension: the signed list of suspensions, in which the same indices count. */
export const getSuspensionList: PublicHandler = (c, context) => answer(c, context, 'suspension');

/**
 * The list as it was stored. Whatever the client accepts, it gets the list: a verifier that asks oddly must not be left without an answer on
 * a withdrawal.
 */
async function answer(c: Context, context: PublicContext, purpose: 'revocation' | 'suspension'): Promise<Response> {
  const slug = c.req.param('slug') ?? null;
  const text = c.req.param('list') ?? '';
  const list = /^[1-9]\d{0,14}$/.test(text) ? Number(text) : 0;
  // A list has one address.
  const named = list > 0 && (slug === null) === list < FIRST_RANDOM_LIST;
  const document = named ? await context.statusLists.find(slug, list, purpose) : null;
  if (document === null) return refusal(c, context, 'not-found', context.language.texts.refusals['status-list']);
  const contentType = negotiate(c.req.header('accept'), TYPES) ?? 'application/ld+json';
  return jsonAnswer(c, document.body, contentType, `public, max-age=${statusListSeconds(document.body)}`);
}

/** How long a cache may keep a status list, in seconds: its own `ttl`, which is in milliseconds (Bitstring Status List 1.0, 2.2). */
function statusListSeconds(body: string): number {
  const { credentialSubject } = JSON.parse(body) as { credentialSubject?: { ttl?: unknown } };
  const ttl = credentialSubject?.ttl;
  return typeof ttl === 'number' && Number.isFinite(ttl) && ttl >= 1000 ? Math.floor(ttl / 1000) : 300;
}
