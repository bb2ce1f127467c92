import type { JsonObject } from '@proofmark/schemas';
import { isObject, itemsOf, without } from '../encoding/json.js';
import type { CryptoPort } from '../ports.js';
import { readBaseValue, writeDerivedValue } from './proof-value.js';
import { type SdFault, statementsOf } from './statements.js';

export interface SdDerivation {
  /** The credential as the issuer gave it to the holder, with its base proof. Other proofs are left out: they do not fit a part. */
  readonly credential: JsonObject;
  /** JSON pointers (RFC 6901) to what is shown beside the mandatory. */
  readonly selectivePointers: readonly string[];
  readonly crypto: CryptoPort;
  /** Contexts that the caller answers for, beside the pinned ones. */
  readonly contexts?: ReadonlyMap<string, object> | undefined;
}

export type SdDerived =
  | { readonly ok: true; readonly credential: JsonObject }
  | SdFault
  | {
      readonly ok: false;
      readonly code: /** No `ecdsa-sd-2023` proof, or more than one. */
        | 'no-base-proof'
        | 'several-base-proofs'
        /** Its value is a derived one, or cannot be read. */
        | 'malformed-base-proof'
        /** The proof has signatures for another number of statements than the document has. */
        | 'other-document'
        /** No pointer is given, and the issuer made nothing mandatory. */
        | 'nothing-selected';
    };

/**
 * The part of a credential that a holder shows, with a derived `ecdsa-sd-2023` proof (VC-DI-ECDSA 3.6.6). The signatures are taken
 * from the base proof as they stand; whether they hold, a verifier finds out.
 */
export async function deriveSd({ credential, selectivePointers, crypto, contexts }: SdDerivation): Promise<SdDerived> {
  const proofs = itemsOf(credential.proof)
    .filter(isObject)
    .filter(({ cryptosuite }) => cryptosuite === 'ecdsa-sd-2023');
  const [proof] = proofs;
  if (proof === undefined) return { ok: false, code: 'no-base-proof' };
  if (proofs.length > 1) return { ok: false, code: 'several-base-proofs' };
  const base = readBaseValue(proof.proofValue);
  if (base === null) return { ok: false, code: 'malformed-base-proof' };
  const { baseSignature, ephemeralBytes, hmacKey, signatures, mandatoryPointers } = base;
  const statements = await statementsOf({ document: without(credential, 'proof'), hmacKey, crypto, contexts });
  if (!statements.ok) return statements;
  const mandatory = await statements.disclose(mandatoryPointers);
  if (!mandatory.ok) return mandatory;
  const shown = await statements.disclose([...mandatoryPointers, ...selectivePointers]);
  if (!shown.ok) return shown;
  if (shown.document === null) return { ok: false, code: 'nothing-selected' };

  const isMandatory = new Set(mandatory.positions);
  const isShown = new Set(shown.positions);
  const others = statements.all.map((_, position) => position).filter((position) => !isMandatory.has(position));
  if (others.length !== signatures.length) return { ok: false, code: 'other-document' };
  const positions = [...isShown].sort((a, b) => a - b);
  const proofValue = writeDerivedValue({
    baseSignature,
    ephemeralBytes,
    signatures: signatures.filter((_, i) => isShown.has(others[i] as number)),
    labels: shown.labels,
    mandatoryIndexes: new Set(positions.flatMap((position, i) => (isMandatory.has(position) ? [i] : []))),
  });
  return { ok: true, credential: { ...shown.document, proof: { ...without(proof, '@context'), proofValue } } };
}
