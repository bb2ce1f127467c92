import type { CredentialState } from '@proofmark/schemas/api';
import type { CredentialRecord, PageRequest } from '../../store/index.js';
import { type Request, tenantFor } from '../access/actor.js';
import { issuerOfList } from '../access/load-issuer.js';
import type { Clock, Store } from '../ports.js';
import type { RecipientHashes } from '../recipients/recipient.js';
import { done, type Result, refused } from '../result.js';

export interface ListCredentialsInput {
  readonly issuerId: string | null;
  readonly achievementId: string | null;
  /** An e-mail address. */
  readonly recipient: string | null;
  readonly state: CredentialState | null;
  readonly page: PageRequest;
}

export interface CredentialListing {
  readonly store: Pick<Store, 'credentials' | 'achievements'>;
  readonly recipients: Pick<RecipientHashes, 'lookups'>;
  readonly clock: Clock;
}

/** The badges of one issuer, in the order in which they became readable. An admin key names the issuer or an achievement. */
export async function listCredentials(
  deps: CredentialListing,
  { actor, input }: Request<ListCredentialsInput>,
): Promise<Result<readonly CredentialRecord[]>> {
  const { achievementId, recipient, state, page } = input;
  const named = input.issuerId ?? actor.issuerId;
  const owner = named === null && achievementId !== null ? await tenantFor(actor, achievementId, deps.store.achievements.tenantOf) : named;
  if (owner === null && achievementId !== null) return done([]);
  const issuer = issuerOfList(actor, owner, 'an `issuer` or an `achievement`');
  if (!issuer.ok) return issuer;
  if (issuer.value === null) return done([]);
  const issuerId = issuer.value;
  const lookups = recipient === null ? null : deps.recipients.lookups(issuerId, recipient);
  const filter = { achievementId, recipientLookups: lookups, state, now: deps.clock.now() };
  const found = await deps.store.credentials.list(issuerId, filter, page);
  if (found !== null) return done(found);
  return refused('invalid-parameter', 'This is not a cursor of this list.', [
    { pointer: '/cursor', code: 'no-such-value', detail: 'is not a cursor of this list: take `next` of the page before, or leave it out' },
  ]);
}
