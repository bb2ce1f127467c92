import { FIRST_RANDOM_LIST } from '@proofmark/schemas';
import type { PublicContext, PublicHandler } from '../context.js';
import { negotiate } from '../http/accept.js';
import type { PublicAnswer } from '../http/answer.js';
import { jsonAnswer, refusal } from '../http/answers.js';
import type { Asked } from '../http/asked.js';

const TYPES = ['application/ld+json', 'application/json', 'application/vc', 'application/vc+ld+json'] as const;

/** GET /issuers/{slug}/status/{list}, and /status/{list} for lists of earlier releases: the signed list of revocations. */
export const getStatusList: PublicHandler = (asked, context) => answer(asked, context, 'revocation');

/** The same with /suspension: the signed list of suspensions, in which the same indices count. */
export const getSuspensionList: PublicHandler = (asked, context) => answer(asked, context, 'suspension');

/**
 * The list as it was stored. Whatever the client accepts, it gets the list: a verifier that asks oddly must not be left without an answer on
 * a withdrawal.
 */
async function answer(asked: Asked, context: PublicContext, purpose: 'revocation' | 'suspension'): Promise<PublicAnswer> {
  const slug = asked.param('slug') ?? null;
  const text = asked.param('list') ?? '';
  const list = /^[1-9]\d{0,14}$/.test(text) ? Number(text) : 0;
  // A list has one address.
  const named = list > 0 && (slug === null) === list < FIRST_RANDOM_LIST;
  const document = named ? await context.deps.reads.findStatusListDocument(slug, list, purpose) : null;
  if (document === null) return refusal(asked, context, 'not-found', context.language.texts.refusals['status-list']);
  const contentType = negotiate(asked.accept, TYPES) ?? 'application/ld+json';
  return jsonAnswer(document.body, contentType, `public, max-age=${statusListSeconds(document.body)}`);
}

/** How long a cache may keep a status list, in seconds: its own `ttl`, which is in milliseconds (Bitstring Status List 1.0, 2.2). */
function statusListSeconds(body: string): number {
  const { credentialSubject } = JSON.parse(body) as { credentialSubject?: { ttl?: unknown } };
  const ttl = credentialSubject?.ttl;
  return typeof ttl === 'number' && Number.isFinite(ttl) && ttl >= 1000 ? Math.floor(ttl / 1000) : 300;
}
