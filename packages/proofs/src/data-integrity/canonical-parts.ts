import { hasLoneSurrogate, type Json, type JsonObject, listOf, sameJson, without } from '@proofmark/primitives';
import type { CanonicalHash, Canonicalisation } from './canonicalise.js';
import type { ProofOutcome, ProofQuestion } from './proof-question.js';

/** The two texts that a proof signs, or what became of it. */
export type Prepared =
  | { readonly ok: true; readonly options: string; readonly document: string }
  | { readonly ok: false; readonly outcome: ProofOutcome };

const ED25519_2020 = 'https://w3id.org/security/suites/ed25519-2020/v1';

/** What a proof is about: the document with those proofs that it builds on, and without all others (Data Integrity 1.0 section 4.5). */
export function unsecured(document: JsonObject, previous: readonly JsonObject[]): JsonObject {
  return previous.length === 0 ? without(document, 'proof') : { ...document, proof: previous as readonly Json[] };
}

/**
 * Canonical N-Quads of the proof's options and of the document. The options are canonicalised under the document's own context; a
 * proof that brings another one could rename its members.
 */
export async function canonicalParts(
  { document, proof, canonicalise }: Pick<ProofQuestion, 'document' | 'proof' | 'canonicalise'>,
  previous: readonly JsonObject[],
  hash: CanonicalHash,
): Promise<Prepared> {
  const own = proof.source['@context'];
  const documentContext = document['@context'];
  const legacy = proof.type === 'Ed25519Signature2020' && sameJson(listOf(own), [ED25519_2020]);
  if (own !== undefined && !legacy && !sameJson(own, documentContext)) return failed({ outcome: 'unsupported', reason: 'proof-context' });
  const context = own ?? documentContext;
  const options = { ...without(proof.source, 'proofValue'), ...(context === undefined ? {} : { '@context': context }) };
  const optionQuads = await canonicalise(options, hash);
  if (!optionQuads.ok) return failed(outcomeOf(optionQuads));
  const documentQuads = await canonicalise(unsecured(document, previous), hash);
  if (!documentQuads.ok) return failed(outcomeOf(documentQuads));
  // An empty dataset would be the same for every document.
  if (optionQuads.nquads === '' || documentQuads.nquads === '') return failed({ outcome: 'data-loss', term: null });
  return encodable(optionQuads.nquads, documentQuads.nquads);
}

/** A lone surrogate has no UTF-8: it would be hashed as U+FFFD, and two different texts would bear one signature. */
export function encodable(options: string, document: string): Prepared {
  const lone = hasLoneSurrogate(options) || hasLoneSurrogate(document);
  return lone ? failed({ outcome: 'malformed-document' }) : { ok: true, options, document };
}

export function failed(outcome: ProofOutcome): Prepared {
  return { ok: false, outcome };
}

function outcomeOf(failure: Extract<Canonicalisation, { ok: false }>): ProofOutcome {
  switch (failure.code) {
    case 'data-loss':
      return { outcome: 'data-loss', term: failure.term };
    case 'unsupported-vocabulary':
      return { outcome: 'unsupported-vocabulary', url: failure.url };
    case 'limit-exceeded':
      return { outcome: 'limit-exceeded' };
    case 'unsupported-by-host':
      return { outcome: 'unsupported', reason: 'host' };
    case 'malformed-document':
      return { outcome: 'malformed-document' };
  }
}
