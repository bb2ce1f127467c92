import { type CryptoPort, makeCanonicalise } from '@proofmark/proofs';
import { lazily } from '../lazy.js';

type Canonicalise = ReturnType<typeof makeCanonicalise>;

/**
 * Canonicalises at once what compiled contexts cover. For the rest the JSON-LD processor, which is large, is loaded when the first document
 * needs it; then several proofs of one document cost one canonicalisation.
 *
 * @param contexts those that the caller answers for, beside the pinned ones
 */
export function canonicaliser(crypto: CryptoPort, contexts?: ReadonlyMap<string, object>): Canonicalise {
  const known = new Map<string, ReturnType<Canonicalise>>();
  return makeCanonicalise(crypto, async (document, hash) => {
    const key = `${hash} ${JSON.stringify(document)}`;
    const processor = await lazily(() => import('@proofmark/proofs/jsonld'));
    if (processor === null) return { ok: false, code: 'unsupported-by-host' };
    const full = contexts === undefined ? processor.canonicalise : processor.canonicaliseWith(contexts);
    const answer = known.get(key) ?? full(document, hash);
    known.set(key, answer);
    return answer;
  });
}
