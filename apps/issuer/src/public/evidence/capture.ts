import type { Context } from 'hono';
import { badgeAt } from '../badge/find-badge.js';
import type { PublicContext } from '../context.js';
import { refusal } from '../http/answers.js';
import { CACHE, publicAnswer } from '../http/respond.js';
import { WORK_POLICY, workDisposition, workType } from '../http/untrusted-file.js';

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
