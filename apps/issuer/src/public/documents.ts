import { type JsonObject, OB3_CONTEXT, VC2_CONTEXT } from '@proofmark/schemas';
import type { PublicAchievement, PublicCredential, PublicIssuer } from './reads.js';

const CONTEXT: readonly string[] = [VC2_CONTEXT, OB3_CONTEXT];

/** An achievement as a document of its own. */
export function achievementDocument({ definition }: PublicAchievement): JsonObject {
  return { '@context': CONTEXT, ...definition };
}

/** An issuer as a document of its own (Open Badges 3.0, Profile): what it says of itself. */
export function profileDocument(issuer: PublicIssuer): JsonObject {
  const { description, email } = issuer.profile;
  return {
    '@context': CONTEXT,
    id: issuer.did,
    type: ['Profile'],
    name: issuer.mode === 'test' ? `${issuer.name} (TEST)` : issuer.name,
    ...(issuer.url === null ? {} : { url: issuer.url }),
    ...(typeof description === 'string' ? { description } : {}),
    ...(typeof email === 'string' ? { email } : {}),
  };
}

/**
 * What the `statusReference` of a badge answers: a verifier that found the bit of the badge set learns here when and why.
 * It is not signed, and asked only then, so it never makes a badge valid.
 */
export function statusAnswer({ withdrawn }: PublicCredential): JsonObject {
  if (withdrawn === null) return { status: 'active' };
  return { status: 'revoked', date: wholeSeconds(withdrawn.at), ...(withdrawn.reason === null ? {} : { reason: withdrawn.reason }) };
}

/** How long a cache may keep a status list, in seconds: its own `ttl`, which is in milliseconds (Bitstring Status List 1.0, 2.2). */
export function statusListSeconds(body: string): number {
  const { credentialSubject } = JSON.parse(body) as { credentialSubject?: { ttl?: unknown } };
  const ttl = credentialSubject?.ttl;
  return typeof ttl === 'number' && Number.isFinite(ttl) && ttl >= 1000 ? Math.floor(ttl / 1000) : 300;
}

function wholeSeconds(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
