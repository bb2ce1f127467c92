import type { Json } from '@proofmark/schemas';
import { workLogDocument } from '../../issuing/monitoring/work-log.js';
import { nextTurn } from '../badge/badge-view.js';
import { badgeAt, gone } from '../badge/find-badge.js';
import type { PublicContext } from '../context.js';
import { CACHE, type PublicAnswer, publicAnswer } from '../http/answer.js';
import { jsonAnswer, refusal } from '../http/answers.js';
import type { Asked } from '../http/asked.js';
import { WORK_POLICY, workDisposition, workType } from '../http/untrusted-file.js';

/** GET /credentials/{id}/evidence-report: what was found about the work, in the very bytes to which the badge is bound. */
export async function getEvidenceReport(asked: Asked, context: PublicContext): Promise<PublicAnswer> {
  const found = await badgeAt(asked, context, asked.param('file') ?? '');
  if (!found.ok) return found.response;
  const report = await context.deps.reads.findEvidenceReport(found.badge.id);
  if (report === null) return refusal(asked, context, 'not-found', context.language.texts.refusals.report);
  return jsonAnswer(report.body, 'application/json', CACHE.signed);
}

/** GET /credentials/{id}/captures/{n}: the copy of a piece of work that the issuer keeps. It is somebody else's work on our host. */
export async function getCapture(asked: Asked, context: PublicContext): Promise<PublicAnswer> {
  const [id, n] = [asked.param('file') ?? '', asked.param('n') ?? ''];
  const found = await badgeAt(asked, context, id);
  if (!found.ok) return found.response;
  const capture = /^[1-9]\d?$/.test(n) ? await context.deps.reads.findCapture(id, Number(n)) : null;
  if (capture === null) return refusal(asked, context, 'not-found', context.language.texts.refusals.capture);
  const { mediaType, bytes } = capture;
  return publicAnswer({
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

/** GET /credentials/{id}/work-log: what the issuer found out about the work since, and who vouched. Not signed, but for the endorsements. */
export async function getWorkLog(asked: Asked, context: PublicContext): Promise<PublicAnswer> {
  const found = await badgeAt(asked, context, asked.param('file') ?? '');
  if (!found.ok) return found.response;
  const { deps, at, lasts } = context;
  const history = await deps.reads.findWorkHistory(found.badge.id);
  // Erased between the two reads.
  if (history === null) return gone(asked, context);
  const now = deps.now();
  lasts(nextTurn(history, now));
  const log = workLogDocument(at.base, found.badge, history, now);
  return jsonAnswer(log as unknown as Json, 'application/json', CACHE.log);
}
