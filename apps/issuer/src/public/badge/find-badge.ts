import { isUuid } from '@proofmark/schemas';
import type { Context } from 'hono';
import type { PublicContext } from '../context.js';
import { refusal } from '../http/answers.js';
import type { PublicCredential } from '../reads.js';

/** The badge at an address, or what to answer instead: 410 where one was erased, 404 where there never was one. */
export async function badgeAt(
  c: Context,
  context: PublicContext,
  id: string,
): Promise<{ readonly ok: true; readonly badge: PublicCredential } | { readonly ok: false; readonly response: Response }> {
  const { reads } = context.deps;
  const badge = isUuid(id) ? await reads.findCredential(id) : null;
  if (badge !== null) return { ok: true, badge };
  const erased = isUuid(id) && (await reads.wasErased(id));
  return { ok: false, response: erased ? gone(c, context) : refusal(c, context, 'not-found', context.language.texts.refusals.badge) };
}

/** What is answered for an erased badge. */
export function gone(c: Context, context: PublicContext): Response {
  return refusal(c, context, 'gone', context.language.texts.refusals.erased);
}
