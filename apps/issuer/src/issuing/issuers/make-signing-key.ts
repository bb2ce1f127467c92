import { toMultikey } from '@proofmark/proofs';
import type { SigningAlgorithm } from '@proofmark/schemas/api';
import type { IssuerRecord, SigningKeyRecord } from '../../store/index.js';
import type { Clock, KeyStore, Repositories } from '../ports.js';

/**
 * Makes a key for an issuer, in the caller's transaction, as the active one of its algorithm; there must be no other. A record key is no active
 * key, and signs nothing but the record.
 */
export async function makeSigningKey(
  { keys, clock }: { readonly keys: KeyStore; readonly clock: Clock },
  tx: Pick<Repositories, 'signingKeys'>,
  issuer: IssuerRecord,
  algorithm: SigningAlgorithm,
  purpose: SigningKeyRecord['purpose'] = 'assertion',
): Promise<SigningKeyRecord> {
  const { id, publicJwk, sealed } = await keys.create(issuer.id, algorithm);
  const fragment = algorithm === 'Ed25519' ? toMultikey({ algorithm, jwk: publicJwk }) : id;
  const now = clock.now();
  const key: SigningKeyRecord = {
    issuerId: issuer.id,
    id,
    algorithm,
    publicJwk,
    verificationMethod: `${issuer.did}#${fragment}`,
    createdAt: now,
    retiredAt: purpose === 'record' ? now : null,
    usedAt: null,
    revokedAt: null,
    revocationReason: null,
    keptIn: keys.name,
    purpose,
  };
  await tx.signingKeys.insert(key, sealed);
  return key;
}
