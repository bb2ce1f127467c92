import { isUuid } from '@proofmark/schemas';
import type { Context } from 'hono';
import { statusAnswer } from '../../publishing/documents.js';
import { CACHE } from '../../publishing/respond.js';
import { jsonAnswer, refusal } from './answers.js';
import type { PublicContext } from './context.js';

/** GET /credentials/{id}/status: when and why a badge was withdrawn, for a verifier that found its bit set. */
export async function getCredentialStatus(c: Context, context: PublicContext): Promise<Response> {
  const id = c.req.param('file') ?? '';
  const credential = isUuid(id) ? await context.deps.reads.findCredential(id) : null;
  if (credential === null) return refusal(c, context, 'not-found', 'There is no badge at this address.');
  return jsonAnswer(c, statusAnswer(credential), 'application/json', CACHE.live);
}
