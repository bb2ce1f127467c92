import type { Context } from 'hono';
import { badgeAt } from '../badge/find-badge.js';
import type { PublicContext } from '../context.js';
import { jsonAnswer, refusal } from '../http/answers.js';
import { CACHE } from '../http/respond.js';

/** GET /credentials/{id}/evidence-report: what was found about the work, in the very bytes to which the badge is bound. */
export async function getEvidenceReport(c: Context, context: PublicContext): Promise<Response> {
  const found = await badgeAt(c, context, c.req.param('file') ?? '');
  if (!found.ok) return found.response;
  const report = await context.deps.reads.findEvidenceReport(found.badge.id);
  if (report === null) return refusal(c, context, 'not-found', 'This badge has no evidence report: no work is attached to it.');
  return jsonAnswer(c, report.body, 'application/json', CACHE.signed);
}
