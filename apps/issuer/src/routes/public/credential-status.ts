import type { Context } from 'hono';
import { statusAnswer } from '../../publishing/documents.js';
import { CACHE } from '../../publishing/respond.js';
import { jsonAnswer } from './answers.js';
import { badgeAt } from './badge-at.js';
import type { PublicContext } from './context.js';

/** GET /credentials/{id}/status: when and why a badge was withdrawn, for a verifier that found its bit set. */
export async function getCredentialStatus(c: Context, context: PublicContext): Promise<Response> {
  const found = await badgeAt(c, context, c.req.param('file') ?? '');
  return found.ok ? jsonAnswer(c, statusAnswer(found.badge), 'application/json', CACHE.live) : found.response;
}
