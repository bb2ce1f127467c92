import type { Context } from 'hono';
import type { PublicContext } from '../context.js';
import { statusAnswer } from '../documents.js';
import { jsonAnswer } from '../http/answers.js';
import { CACHE } from '../http/respond.js';
import { badgeAt } from './find-badge.js';

/** GET /credentials/{id}/status: when and why a badge was withdrawn, for a verifier that found its bit set. */
export async function getCredentialStatus(c: Context, context: PublicContext): Promise<Response> {
  const found = await badgeAt(c, context, c.req.param('file') ?? '');
  return found.ok ? jsonAnswer(c, statusAnswer(found.badge), 'application/json', CACHE.live) : found.response;
}
