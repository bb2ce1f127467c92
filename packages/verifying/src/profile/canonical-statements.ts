import { encodeHex, encodeUtf8 } from '@proofmark/primitives';
import { type CryptoPort, canonicaliseDataset, type Dataset } from '@proofmark/proofs';
import type { MaybePromise } from '@proofmark/schemas';

/**
 * Statements of the profile as canonical N-Quads, hashed by the host: at once where it can, else in rounds. Null when two blank nodes are
 * not told apart by what is said about each: then the full canonicaliser is asked.
 */
export function canonicalStatements(dataset: Dataset, crypto: CryptoPort): MaybePromise<string | null> {
  const { hashText } = crypto;
  return hashText === undefined ? inRounds(dataset, crypto) : canonicaliseDataset(dataset, (text) => hashText('SHA-256', text));
}

/** Each round finds out which texts are to be hashed, with those of the rounds before: the second is enough, the third for repeats. */
async function inRounds(dataset: Dataset, crypto: CryptoPort): Promise<string | null> {
  const known = new Map<string, string>();
  for (let round = 0; round < 3; round++) {
    const missing = new Set<string>();
    const nquads = canonicaliseDataset(dataset, (text) => {
      const hash = known.get(text);
      if (hash === undefined) missing.add(text);
      return hash ?? text;
    });
    if (missing.size === 0) return nquads;
    for (const text of missing) known.set(text, encodeHex(await crypto.digest('SHA-256', encodeUtf8(text))));
  }
  return null;
}
