import type { JsonObject } from '@proofmark/primitives';
import type { Canonicalise, CryptoPort } from '@proofmark/proofs';
import type { Outcome, SchemaFindings } from '@proofmark/schemas';
import type { Processing } from '../documents/sources.js';
import type { ProofFact } from '../facts/secured.js';

/** What is known of the form of one credential before any signature is looked at. */
export interface DocumentForm {
  /** The credential as checks and views read it: nodes of one id as one node, single values alone. */
  readonly credential: JsonObject;
  /** The shape gate, for proofs that sign statements. */
  readonly gate: Outcome;
  /** Safe member names and the limits, for proofs that sign bytes. */
  readonly keySafety: Outcome;
  /** What the schema finds; null when this host could not load it. */
  readonly schema: SchemaFindings | null;
  /** The canonical N-Quads of the credential and of the options of its proofs. */
  readonly canonicalise: Canonicalise;
  /** The gate for one of its proofs. */
  readonly proofShape: (proof: JsonObject, signs: ProofFact['signs']) => Outcome;
}

/** Reads the form of a credential; `isToken` when a JWT signs its bytes. */
export type ReadForm = (credential: JsonObject, isToken: boolean, crypto: CryptoPort, processing: Processing) => Promise<DocumentForm>;
