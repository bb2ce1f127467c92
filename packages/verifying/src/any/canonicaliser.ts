import type { Canonicalise } from '@proofmark/proofs';

/**
 * The full JSON-LD processor, loaded when the first proof needs it, with contexts that the caller answers for beside the pinned ones.
 * Several proofs of one document cost one canonicalisation.
 */
export function canonicaliser(contexts: ReadonlyMap<string, object>): Canonicalise {
  const known = new Map<string, ReturnType<Canonicalise>>();
  return async (document, hash) => {
    const { canonicaliseWith } = await import('@proofmark/proofs/jsonld');
    const key = `${hash} ${JSON.stringify(document)}`;
    const answer = known.get(key) ?? canonicaliseWith(contexts)(document, hash);
    known.set(key, answer);
    return answer;
  };
}
