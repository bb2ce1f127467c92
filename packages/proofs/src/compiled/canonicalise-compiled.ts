import type { JsonObject } from '@proofmark/primitives';
import type { HashText } from './canonical-labels.js';
import { canonicaliseDataset } from './canonicalise-dataset.js';
import { mapDocument } from './map-document.js';
import { nDegree } from './n-degree.js';

/**
 * A document as canonical N-Quads (RDFC-1.0), without a JSON-LD processor: one to two orders of magnitude faster, and byte for byte the same.
 * Answers null when it cannot promise that (a context that is not compiled, an unusual form, too much work): then the full processor decides.
 * An answer implies that nothing of the document was lost, which is what safe mode checks.
 *
 * @param hash the hash inside RDFC-1.0, of a text, in hex, at once
 */
export function canonicaliseCompiled(document: JsonObject, hash: HashText): string | null {
  const dataset = mapDocument(document);
  return dataset === null ? null : canonicaliseDataset(dataset, hash, nDegree);
}
