import type { JsonObject } from '@proofmark/schemas';
import type { RenewCredential } from '@proofmark/schemas/api';
import type { Request } from '../access/actor.js';
import { loadCredentialOrErased } from '../access/load-credential.js';
import type { RecipientHashes } from '../recipients/recipient.js';
import { recipientOf } from '../recipients/recipient-of.js';
import type { Result } from '../result.js';
import { type Issuance, issueNew, tooManyWait } from './issue-credential.js';
import { type Issued, issuedOnce } from './issued-once.js';
import { renewalRefusal } from './renewal-refusal.js';

export interface RenewInput {
  readonly credentialId: string;
  readonly body: RenewCredential;
  /** From the header; null when the caller sent none. */
  readonly idempotencyKey: string | null;
}

export interface RenewalIssuance extends Issuance {
  readonly recipients: RecipientHashes;
}

/**
 * Issues a new badge of the same achievement, as it is defined now, to the same person with new evidence. The old badge stays as it is;
 * each leads to the other.
 */
export async function renewCredential(deps: RenewalIssuance, { actor, input }: Request<RenewInput>): Promise<Result<Issued>> {
  const { credentialId, body, idempotencyKey: key } = input;
  const { store } = deps;
  const loaded = await loadCredentialOrErased(store.credentials, actor, credentialId);
  if (!loaded.ok) return loaded;
  const predecessor = loaded.value;
  const { issuerId, achievementId } = predecessor;
  if (deps.full(issuerId)) return tooManyWait();
  const request = { renew: credentialId, body: body as unknown as JsonObject };
  return issuedOnce(store, { actor, issuerId, key, request }, async (claim) => {
    const refusal = await renewalRefusal(store, predecessor);
    if (refusal !== null) return refusal;
    const recipient = recipientOf(deps.recipients, predecessor, body.recipient);
    if (!recipient.ok) return recipient;
    const renewal = { predecessor, recipient: recipient.value.prepare };
    return issueNew(deps, { actor, issuerId, achievementId, body: { ...body, recipient: recipient.value.known }, claim, renewal });
  });
}
