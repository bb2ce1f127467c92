import { signDataIntegrity, signJwt } from '@proofmark/proofs/sign';
import { formatInstant, type JsonObject } from '@proofmark/schemas';
import type { IssuingDeps } from './ports.js';
import type { CredentialIntent, SignedForms, SigningKeyRecord } from './records.js';

/**
 * Signs a committed badge in both forms and stores them; of two runs the first one's forms count for both. All that goes in was fixed by
 * the first commit, so a run after a crash gives the same Ed25519 bytes.
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
  return deps.store.credentials.storeSigned(intent.issuerId, intent.id, { json: JSON.stringify(signed), jwt }, deps.clock.now());
}

async function keyOf(deps: IssuingDeps, { issuerId }: CredentialIntent, id: string) {
  const key: SigningKeyRecord | null = await deps.store.signingKeys.find(issuerId, id);
  const signer = key === null ? null : await deps.keys.signer(key.id);
  if (key === null || signer === null) throw new Error('the key store lacks a key that a badge needs');
  return { key, signer };
}
