import { isUuid } from '@proofmark/schemas';
import type { PublicContext } from '../context.js';
import type { PublicAnswer } from '../http/answer.js';
import { refusal } from '../http/answers.js';
import type { Asked } from '../http/asked.js';
import { issuerOfPage } from '../layout/issuer-links.js';
import type { PublicCredential } from '../reads.js';

/**
 * The badge at an address, or what to answer instead: 410 where one was erased, 404 where there never was one. Every answer about a badge begins here, so it is
 * here that search engines are kept from one whose learner has not agreed.
 */
export async function badgeAt(
  asked: Asked,
  context: PublicContext,
  id: string,
): Promise<{ readonly ok: true; readonly badge: PublicCredential } | { readonly ok: false; readonly response: PublicAnswer }> {
  const { reads } = context.deps;
  const badge = isUuid(id) ? await reads.findCredential(id) : null;
  if (badge?.indexed === false) context.unlisted();
  if (badge !== null) return { ok: true, badge };
  const erased = isUuid(id) && (await reads.wasErased(id));
  return {
    ok: false,
    response: erased ? gone(asked, context) : refusal(asked, context, 'not-found', context.language.texts.refusals.badge),
  };
}

/** As `badgeAt`, for what is made for people: a badge whose learner wants no page of it has none. */
export async function shownBadgeAt(asked: Asked, context: PublicContext, id: string): ReturnType<typeof badgeAt> {
  const found = await badgeAt(asked, context, id);
  return found.ok && found.badge.hidden ? { ok: false, response: hidden(asked, context, found.badge) } : found;
}

/** What people are told of such a badge. It says nothing of whose it is. */
export function hidden(asked: Asked, context: PublicContext, { issuer }: Pick<PublicCredential, 'issuer'>): PublicAnswer {
  return refusal(asked, { ...context, issuer: issuerOfPage(issuer) }, 'not-found', context.language.texts.refusals.hidden);
}

/** What is answered for an erased badge. */
export function gone(asked: Asked, context: PublicContext): PublicAnswer {
  return refusal(asked, context, 'gone', context.language.texts.refusals.erased);
}
