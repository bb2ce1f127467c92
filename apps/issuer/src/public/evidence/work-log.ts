import type { Json } from '@proofmark/schemas';
import type { Context } from 'hono';
import { workLogDocument } from '../../issuing/monitoring/work-log.js';
import { badgeAt, gone } from '../badge/find-badge.js';
import type { PublicContext } from '../context.js';
import { jsonAnswer } from '../http/answers.js';
import { CACHE } from '../http/respond.js';

/** GET /credentials/{id}/work-log: what the issuer found out about the work since, and who vouched. Not signed, but for the endorsements. */
export async function getWorkLog(c: Context, context: PublicContext): Promise<Response> {
  const found = await badgeAt(c, context, c.req.param('file') ?? '');
  if (!found.ok) return found.response;
  const { deps, at } = context;
  const history = await deps.reads.findWorkHistory(found.badge.id);
  // Erased between the two reads.
  if (history === null) return gone(c, context);
  const log = workLogDocument(at.base, found.badge, history, deps.now());
  return jsonAnswer(c, log as unknown as Json, 'application/json', CACHE.log);
}
