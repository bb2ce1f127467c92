import type { JsonObject } from '@proofmark/primitives';
import type { CryptoPort, PublicKey } from '../ports.js';
import type { Canonicalise } from './canonicalise.js';
import type { DataIntegrityProof } from './read-proofs.js';

export interface ProofQuestion {
  /** The secured document, with its proofs: they are taken off here. */
  readonly document: JsonObject;
  readonly proof: DataIntegrityProof;
  /** The key that the caller found for the proof's verification method. Whether it may sign is the caller's question. */
  readonly key: PublicKey;
  readonly crypto: CryptoPort;
  readonly canonicalise: Canonicalise;
}

/** What became of one proof. Only `valid` and `invalid` speak about the signature. */
export type ProofOutcome =
  /** `selective`: a holder may have withheld statements that the issuer did not make mandatory. */
  | { readonly outcome: 'valid'; readonly selective?: true }
  | {
      readonly outcome: 'invalid';
      readonly reason:
        | 'signature'
        | 'proof-value'
        // Of `ecdsa-sd-2023`: there are more or fewer statements than the proof has signatures for.
        | 'signature-count'
        | 'key-type'
        | 'context'
        // Of a proof chain, from `checkProofs`: no proof or several have the id, the chain comes back to its start,
        // or a proof that this one builds on is invalid.
        | 'previous-proof-missing'
        | 'previous-proof-ambiguous'
        | 'previous-proof-cycle'
        | 'previous-proof-invalid';
    }
  | {
      readonly outcome: 'unsupported';
      readonly reason:
        | 'suite'
        | 'host'
        | 'proof-context'
        /** The proof builds on others: `checkProof` does not judge it, and `checkProofs` could not decide one of those. */
        | 'previous-proof'
        /** An `ecdsa-sd-2023` proof from issuer to holder. The holder has to derive one for verifiers from it. */
        | 'base-proof';
    }
  | { readonly outcome: 'unsupported-vocabulary'; readonly url: string | null }
  | { readonly outcome: 'data-loss'; readonly term: string | null }
  | { readonly outcome: 'limit-exceeded' }
  /** No processor could have signed this: a redefined protected term, text that has no UTF-8. */
  | { readonly outcome: 'malformed-document' };
