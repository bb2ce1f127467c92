import type { JsonObject } from '@proofmark/primitives';
import type { ProofOutcome } from '../data-integrity/proof-question.js';
import type { DataIntegrityProof } from '../data-integrity/read-proofs.js';
import type { JwsOutcome } from '../jwt/check-jws.js';
import type { PublicKey } from '../ports.js';

/** A signature that was checked, with all that it takes to check it again. Whether the key may sign is not part of the question. */
export type CheckedSignature =
  | {
      readonly form: 'data-integrity';
      readonly document: JsonObject;
      readonly proof: DataIntegrityProof;
      readonly key: PublicKey;
      /** The outcome of our own check; anything but `valid` and `invalid` means that it could not tell. */
      readonly ours: OwnOutcome;
    }
  | {
      readonly form: 'jwt';
      /** The compact JWS, and the algorithm that its header names. */
      readonly token: string;
      readonly alg: string;
      /** The id of the credential in it, or null. */
      readonly id: string | null;
      readonly key: PublicKey;
      readonly ours: OwnOutcome;
    };

export type OwnOutcome = ProofOutcome['outcome'] | JwsOutcome['outcome'] | 'no-key';
