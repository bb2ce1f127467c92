import { signDataIntegrity, signJwt } from '@proofmark/proofs/sign';
import { formatInstant, type JsonObject } from '@proofmark/schemas';
import { appendEvent } from '../events/append-event.js';
import { scheduleFirst } from '../monitoring/schedule-next.js';
import type { IssuingDeps } from '../ports.js';
import type { CredentialIntent, SignedForms, SigningKeyRecord } from '../records.js';

/**
 * Signs a committed badge in both forms and stores them; of two runs the first one's forms count for both. All that goes in was fixed by
 * the first commit, so a run after a crash gives the same Ed25519 bytes. With the signed forms it is announced that the badge is there,
 * and its work begins to be watched.
 */
export async function signCredential(deps: IssuingDeps, intent: CredentialIntent): Promise<SignedForms> {
  const credential = JSON.parse(intent.unsigned) as JsonObject;
  const [embedded, token] = await Promise.all([keyOf(deps, intent, intent.dataIntegrityKey), keyOf(deps, intent, intent.jwtKey)]);
  const [signed, jwt] = await Promise.all([
    signDataIntegrity({
      credential,
      verificationMethod: embedded.key.verificationMethod,
      created: formatInstant(intent.proofCreated.getTime()),
      signer: embedded.signer,
      crypto: deps.crypto,
    }),
    signJwt({ credential, kid: token.key.verificationMethod, signer: token.signer }),
  ]);
  const forms = { json: JSON.stringify(signed), jwt };
  return deps.store.transaction(async (tx) => {
    const { issuerId, id: credentialId, predecessorId } = intent;
    const { first, ...stored } = await tx.credentials.storeSigned(issuerId, credentialId, forms, deps.clock.now());
    if (!first) return stored;
    if (intent.evidenceFindings.length > 0) await tx.work.watch({ issuerId, credentialId }, scheduleFirst(deps));
    await appendEvent(deps, tx, 'credential.issued', { issuerId, credentialId });
    if (predecessorId !== null) {
      await appendEvent(deps, tx, 'credential.renewed', { issuerId, credentialId: predecessorId }, { successorId: credentialId });
    }
    return stored;
  });
}

async function keyOf(deps: IssuingDeps, { issuerId }: CredentialIntent, id: string) {
  const key: SigningKeyRecord | null = await deps.store.signingKeys.find(issuerId, id);
  const signer = key === null ? null : await deps.keys.signer(key.id);
  if (key === null || signer === null) throw new Error('the key store lacks a key that a badge needs');
  return { key, signer };
}
