import { isUuid } from '@proofmark/schemas';
import type { PublicContext } from '../context.js';
import type { PublicAnswer } from '../http/answer.js';
import { refusal } from '../http/answers.js';
import type { Asked } from '../http/asked.js';
import type { PublicCredential } from '../reads.js';

/** The badge at an address, or what to answer instead: 410 where one was erased, 404 where there never was one. */
export async function badgeAt(
  asked: Asked,
  context: PublicContext,
  id: string,
): Promise<{ readonly ok: true; readonly badge: PublicCredential } | { readonly ok: false; readonly response: PublicAnswer }> {
  const { reads } = context.deps;
  const badge = isUuid(id) ? await reads.findCredential(id) : null;
  if (badge !== null) return { ok: true, badge };
  const erased = isUuid(id) && (await reads.wasErased(id));
  return {
    ok: false,
    response: erased ? gone(asked, context) : refusal(asked, context, 'not-found', context.language.texts.refusals.badge),
  };
}

/** What is answered for an erased badge. */
export function gone(asked: Asked, context: PublicContext): PublicAnswer {
  return refusal(asked, context, 'gone', context.language.texts.refusals.erased);
}
