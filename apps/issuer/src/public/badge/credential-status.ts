import type { JsonObject } from '@proofmark/schemas';
import type { PublicContext } from '../context.js';
import { CACHE, type PublicAnswer } from '../http/answer.js';
import { jsonAnswer } from '../http/answers.js';
import type { Asked } from '../http/asked.js';
import type { PublicCredential } from '../reads.js';
import { badgeAt } from './find-badge.js';

/** GET /credentials/{id}/status: when and why a badge was withdrawn or suspended, for a verifier that found its bit set. */
export async function getCredentialStatus(asked: Asked, context: PublicContext): Promise<PublicAnswer> {
  const found = await badgeAt(asked, context, asked.param('file') ?? '');
  return found.ok ? jsonAnswer(statusAnswer(found.badge), 'application/json', CACHE.live) : found.response;
}

/**
 * What the `statusReference` of a badge answers: a verifier that found the bit of the badge set learns here when and why.
 * It is not signed, and asked only then, so it never makes a badge valid.
 */
function statusAnswer({ revoked, suspended }: PublicCredential): JsonObject {
  const since = revoked ?? suspended;
  if (since === null) return { status: 'active' };
  const status = revoked === null ? 'suspended' : 'revoked';
  return { status, date: wholeSeconds(since.at), ...(since.reason === null ? {} : { reason: since.reason }) };
}

function wholeSeconds(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
