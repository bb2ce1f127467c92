import type { JsonObject } from '@proofmark/primitives';
import type { DataIntegrityProof } from '../data-integrity/read-proofs.js';
import type { PublicKey } from '../ports.js';

/** A signature that was checked, with all that it takes to check it again. Whether the key may sign is not part of the question. */
export type CheckedSignature =
  | {
      readonly form: 'data-integrity';
      readonly document: JsonObject;
      readonly proof: DataIntegrityProof;
      readonly key: PublicKey;
      /** What our own check answered; `undecided` when it could not tell. */
      readonly ours: OwnAnswer;
    }
  | {
      readonly form: 'jwt';
      /** The compact JWS, and the algorithm that its header names. */
      readonly token: string;
      readonly alg: string;
      /** The id of the credential in it, or null. */
      readonly id: string | null;
      readonly key: PublicKey;
      readonly ours: OwnAnswer;
    };

export type OwnAnswer = 'valid' | 'invalid' | 'undecided';
