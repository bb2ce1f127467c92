import type { CredentialState } from '@proofmark/schemas/api';
import { isAdmin, lacks, type Request, tenantFor } from '../access/actor.js';
import type { IssuingDeps } from '../ports.js';
import { recipientLookup } from '../recipients/recipient.js';
import type { CredentialRecord } from '../records.js';
import { done, type Result, refused } from '../result.js';
import type { PageRequest } from '../store-ports.js';

export interface ListCredentialsInput {
  readonly issuerId: string | null;
  readonly achievementId: string | null;
  /** An e-mail address. */
  readonly recipient: string | null;
  readonly state: CredentialState | null;
  readonly page: PageRequest;
}

/** The badges of one issuer, oldest first. An admin key names the issuer or an achievement. Scope `credentials:read`. */
export async function listCredentials(
  deps: IssuingDeps,
  { actor, input }: Request<ListCredentialsInput>,
): Promise<Result<readonly CredentialRecord[]>> {
  const denied = lacks(actor, 'credentials:read');
  if (denied) return denied;
  const { achievementId, recipient, state, page } = input;
  let issuerId = input.issuerId ?? actor.issuerId;
  if (issuerId === null && achievementId !== null) {
    issuerId = await tenantFor(actor, achievementId, deps.store.achievements.tenantOf);
    if (issuerId === null) return done([]);
  }
  if (issuerId === null) return refused('invalid-parameter', 'An admin key has to name an `issuer` or an `achievement`.');
  if (!isAdmin(actor) && issuerId !== actor.issuerId) return done([]);
  const lookup = recipient === null ? null : recipientLookup(deps, issuerId, recipient);
  const filter = { achievementId, recipientLookup: lookup, state, now: deps.clock.now() };
  return done(await deps.store.credentials.list(issuerId, filter, page));
}
