import type { JsonObject } from '@proofmark/primitives';
import type { Quad } from 'jsonld';
import rdfCanonize from 'rdf-canonize';
import type { CanonicalHash, Canonicalisation, Canonicalise } from '../data-integrity/canonicalise.js';
import { toQuads } from './to-quads.js';
import { workLimit } from './work-limit.js';

/**
 * JSON-LD to canonical N-Quads by RDFC-1.0, without a base address, in safe mode and with pinned contexts only.
 * A graph that takes more than a fixed amount of work is refused (RDFC-1.0 section 7.1).
 */
export const canonicalise: Canonicalise = (document, hash) => run(document, hash);

/** The same with further contexts that the caller answers for, by their addresses. Nothing is fetched either. */
export function canonicaliseWith(contexts: ReadonlyMap<string, object>): Canonicalise {
  return (document, hash) => run(document, hash, contexts);
}

async function run(document: JsonObject, hash: CanonicalHash, contexts?: ReadonlyMap<string, object>): Promise<Canonicalisation> {
  const dataset = await toQuads(document, undefined, contexts);
  return dataset.ok ? canonicaliseQuads(dataset.quads, hash) : dataset;
}

async function canonicaliseQuads(quads: readonly Quad[], hash: CanonicalHash): Promise<Canonicalisation> {
  const maxDeepIterations = workLimit(quads);
  if (maxDeepIterations === null) return { ok: false, code: 'limit-exceeded' };
  const options = {
    algorithm: 'RDFC-1.0',
    format: 'application/n-quads',
    messageDigestAlgorithm: hash,
    maxDeepIterations,
  } as const;
  try {
    return { ok: true, nquads: await rdfCanonize.canonize(quads, options) };
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Maximum deep iterations')) return { ok: false, code: 'limit-exceeded' };
    // Nothing else can fail but the hash, which a page without TLS has not.
    return { ok: false, code: 'unsupported-by-host' };
  }
}
