import { isUuid } from '@proofmark/schemas';
import type { Context } from 'hono';
import { CACHE } from '../../publishing/respond.js';
import { jsonAnswer, refusal } from './answers.js';
import type { PublicContext } from './context.js';

/** GET /credentials/{id}/evidence-report: what was found about the work, in the very bytes to which the badge is bound. */
export async function getEvidenceReport(c: Context, context: PublicContext): Promise<Response> {
  const id = c.req.param('file') ?? '';
  const credential = isUuid(id) ? await context.deps.reads.findCredential(id) : null;
  if (credential === null) return refusal(c, context, 'not-found', 'There is no badge at this address.');
  const report = await context.deps.reads.findEvidenceReport(id);
  if (report === null) return refusal(c, context, 'not-found', 'This badge has no evidence report: no work is attached to it.');
  return jsonAnswer(c, report.body, 'application/json', CACHE.signed);
}
