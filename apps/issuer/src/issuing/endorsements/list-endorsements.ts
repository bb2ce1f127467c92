import { lacks, type Request, tenantFor } from '../access/actor.js';
import type { IssuingDeps } from '../ports.js';
import type { EndorsementRecord } from '../records.js';
import { done, notFound, type Result, refused } from '../result.js';

/** The endorsements of a badge, oldest first. Scope `credentials:read`. */
export async function listEndorsements(
  deps: IssuingDeps,
  { actor, input: credentialId }: Request<string>,
): Promise<Result<readonly EndorsementRecord[]>> {
  const denied = lacks(actor, 'credentials:read');
  if (denied) return denied;
  const { credentials, endorsements } = deps.store;
  const issuerId = await tenantFor(actor, credentialId, credentials.tenantOf);
  const badge = issuerId === null ? null : await credentials.find(issuerId, credentialId);
  if (badge === null || issuerId === null) return notFound('credential');
  if (badge.erasedAt !== null) return refused('gone', 'This badge was erased.');
  return badge.signed === null ? notFound('credential') : done(await endorsements.list({ issuerId, credentialId }));
}
