import type { Context } from 'hono';
import { WORK_POLICY, workDisposition, workType } from '../../publishing/foreign-work.js';
import { CACHE, publicAnswer } from '../../publishing/respond.js';
import { refusal } from './answers.js';
import { badgeAt } from './badge-at.js';
import type { PublicContext } from './context.js';

/** GET /credentials/{id}/captures/{n}: the copy of a piece of work that the issuer keeps. It is somebody else's work on our host. */
export async function getCapture(c: Context, context: PublicContext): Promise<Response> {
  const [id, n] = [c.req.param('file') ?? '', c.req.param('n') ?? ''];
  const found = await badgeAt(c, context, id);
  if (!found.ok) return found.response;
  const capture = /^[1-9]\d?$/.test(n) ? await context.deps.reads.findCapture(id, Number(n)) : null;
  if (capture === null) return refusal(c, context, 'not-found', 'There is no copy of any work at this address.');
  const { mediaType, bytes } = capture;
  return publicAnswer(c.req.raw, {
    body: bytes,
    contentType: workType(mediaType),
    cacheControl: CACHE.signed,
    headers: {
      'content-security-policy': WORK_POLICY,
      'content-disposition': workDisposition(mediaType, `copy-${n}`),
      'x-robots-tag': 'noindex, nofollow, noarchive',
    },
  });
}
