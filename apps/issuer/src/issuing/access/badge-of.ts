import type { IssuingDeps } from '../ports.js';
import type { CredentialRecord } from '../records.js';
import { done, notFound, type Result, refused } from '../result.js';
import { type Actor, tenantFor } from './actor.js';

/** The signed badge that an actor may see; a refusal for one that is not there, is another's, or was erased. */
export async function badgeOf({ store }: IssuingDeps, actor: Actor, credentialId: string): Promise<Result<CredentialRecord>> {
  const { credentials } = store;
  const issuerId = await tenantFor(actor, credentialId, credentials.tenantOf);
  const badge = issuerId === null ? null : await credentials.find(issuerId, credentialId);
  if (badge === null) return notFound('credential');
  if (badge.erasedAt !== null) return refused('gone', 'This badge was erased.');
  return badge.signed === null ? notFound('credential') : done(badge);
}
