import { type CryptoPort, makeCanonicalise } from '@proofmark/proofs';
import type { Processing } from '../documents/sources.js';
import { lazily } from '../lazy.js';

type Canonicalise = ReturnType<typeof makeCanonicalise>;

/**
 * Canonicalises at once what compiled contexts cover. For the rest the JSON-LD processor, which is large, is loaded when the first document
 * needs it. Several proofs of one document cost one canonicalisation.
 *
 * @param processing what the processor may still spend on this verification: more is `limit-exceeded`
 * @param contexts those that the caller answers for, beside the pinned ones
 */
export function canonicaliser(crypto: CryptoPort, processing: Processing, contexts?: ReadonlyMap<string, object>): Canonicalise {
  const known = new Map<string, ReturnType<Canonicalise>>();
  const canonicalise = makeCanonicalise(crypto, async (document, hash) => {
    const processor = await lazily(() => import('@proofmark/proofs/jsonld'));
    if (processor === null) return { ok: false, code: 'unsupported-by-host' };
    const cost = processor.costOf(document);
    if (cost > processing.left) return { ok: false, code: 'limit-exceeded' };
    processing.left -= cost;
    await processing.pause?.();
    const full = contexts === undefined ? processor.canonicalise : processor.canonicaliseWith(contexts);
    return full(document, hash);
  });
  return (document, hash) => {
    const key = `${hash} ${JSON.stringify(document)}`;
    const answer = known.get(key) ?? canonicalise(document, hash);
    known.set(key, answer);
    return answer;
  };
}
