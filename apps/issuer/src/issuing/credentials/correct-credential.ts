import type { JsonObject } from '@proofmark/schemas';
import type { CorrectCredential } from '@proofmark/schemas/api';
import type { Request } from '../access/actor.js';
import { loadCredential } from '../access/load-credential.js';
import { correctedRecipient } from '../recipients/corrected-recipient.js';
import { opened } from '../recipients/known-recipient.js';
import type { RecipientHashes } from '../recipients/recipient.js';
import type { Result } from '../result.js';
import { type CorrectionSources, prepareCorrection } from './corrected-badge.js';
import { type Issuance, issueNew, tooManyWait } from './issue-credential.js';
import { type Issued, issuedOnce } from './issued-once.js';
import { renewalRefusal } from './renewal-refusal.js';

export interface CorrectInput {
  readonly credentialId: string;
  readonly body: CorrectCredential;
  /** From the header; null when the caller sent none. */
  readonly idempotencyKey: string | null;
}

export interface Correcting extends Issuance, CorrectionSources {
  readonly recipients: RecipientHashes;
}

/**
 * Issues a badge that says of its recipient what is right, and else what the old one says, its dates and its achievement included. The old one is
 * withdrawn in the same transaction, and each leads to the other. The work is not read again: it was seen when the old badge was issued.
 */
export async function correctCredential(deps: Correcting, { actor, input }: Request<CorrectInput>): Promise<Result<Issued>> {
  const { credentialId, body, idempotencyKey: key } = input;
  const { store } = deps;
  const loaded = await loadCredential(store.credentials, actor, credentialId);
  if (!loaded.ok) return loaded;
  const { issuerId, achievementId } = loaded.value;
  if (deps.full(issuerId)) return tooManyWait();
  const request = { correct: credentialId, body: body as unknown as JsonObject };
  return issuedOnce(store, { actor, issuerId, key, request }, async (claim) => {
    const predecessor = loaded.value;
    const refusal = await renewalRefusal(store, predecessor, 'corrected');
    if (refusal !== null) return refusal;
    const known = predecessor.recipient === null ? null : await store.recipients.find(issuerId, predecessor.recipient.id);
    const recipient = correctedRecipient(
      deps.recipients,
      predecessor,
      known === null ? null : opened(deps.recipients, known),
      body.recipient,
    );
    if (!recipient.ok) return recipient;
    const renewal = { predecessor, recipient: recipient.value.prepare, correction: true };
    const issuance: Issuance = { ...deps, prepare: (achievement) => prepareCorrection(deps, achievement, predecessor, recipient.value) };
    return issueNew(issuance, { actor, issuerId, achievementId, body: { recipient: {} }, claim, renewal });
  });
}
