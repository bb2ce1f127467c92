import rdfCanonize from 'rdf-canonize';
import type { Canonicalise } from '../data-integrity/canonicalise.js';
import { toQuads } from './to-quads.js';

const MAX_BLANK_NODES = 20_000;

/** How often blank nodes may be told apart by their surroundings. Badges need a few dozen times, poison graphs millions. */
export const MAX_DEEP_ITERATIONS = 1_000;

/**
 * JSON-LD to canonical N-Quads by RDFC-1.0, without a base address, in safe mode and with pinned contexts only.
 * A graph that was made to keep the algorithm busy is refused after a fixed amount of work (RDFC-1.0 section 7.1).
 */
export const canonicalise: Canonicalise = async (document, hash) => {
  const dataset = await toQuads(document);
  if (!dataset.ok) return dataset;
  const { quads } = dataset;
  const blank = new Set(
    quads.flatMap(({ subject, object }) => [subject, object].filter((term) => term.termType === 'BlankNode')).map((t) => t.value),
  );
  if (blank.size > MAX_BLANK_NODES) return { ok: false, code: 'limit-exceeded' };
  try {
    return {
      ok: true,
      nquads: await rdfCanonize.canonize(quads, {
        algorithm: 'RDFC-1.0',
        format: 'application/n-quads',
        messageDigestAlgorithm: hash,
        maxDeepIterations: MAX_DEEP_ITERATIONS,
      }),
    };
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Maximum deep iterations')) return { ok: false, code: 'limit-exceeded' };
    throw error;
  }
};
