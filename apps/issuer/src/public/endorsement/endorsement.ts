import { isUuid } from '@proofmark/schemas';
import type { Context } from 'hono';
import { badgeAt } from '../badge/find-badge.js';
import { MEDIA_TYPES } from '../badge/forms.js';
import type { PublicContext } from '../context.js';
import { refusal } from '../http/answers.js';
import { negotiate } from '../http/negotiate.js';
import { CACHE, publicAnswer } from '../http/respond.js';

/** GET /credentials/{id}/endorsements/{endorsement}: an endorsement as it was signed. */
export async function getEndorsement(c: Context, context: PublicContext): Promise<Response> {
  const found = await badgeAt(c, context, c.req.param('file') ?? '');
  if (!found.ok) return found.response;
  const id = c.req.param('id') ?? '';
  const endorsement = isUuid(id) ? await context.deps.reads.findEndorsement(found.badge.id, id) : null;
  if (endorsement === null) return refusal(c, context, 'not-found', 'This badge has no endorsement at this address.');
  const types = MEDIA_TYPES[endorsement.form];
  const contentType = negotiate(c.req.header('accept'), types) ?? types[0]!;
  return publicAnswer(c.req.raw, { body: endorsement.body, contentType, cacheControl: CACHE.signed, headers: { vary: 'Accept' } });
}
