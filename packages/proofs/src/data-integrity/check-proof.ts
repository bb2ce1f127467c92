import type { JsonObject } from '@proofmark/schemas';
import { decodeBase58 } from '../encoding/base58.js';
import { concat, utf8 } from '../encoding/bytes.js';
import { canonicalJson } from '../encoding/jcs.js';
import { itemsOf, sameJson, without } from '../encoding/json.js';
import type { CryptoPort, PublicKey } from '../ports.js';
import type { CanonicalHash, Canonicalisation, Canonicalise } from './canonicalise.js';
import type { DataIntegrityProof } from './read-proofs.js';
import { suiteOf } from './suites.js';

export interface ProofQuestion {
  /** The secured document, with its proofs: they are taken off here. */
  readonly document: JsonObject;
  readonly proof: DataIntegrityProof;
  /** The key that the caller found for the proof's verification method. Whether it may sign is the caller's question. */
  readonly key: PublicKey;
  readonly crypto: CryptoPort;
  readonly canonicalise: Canonicalise;
}

/** What became of one proof. Only `valid` and `invalid` speak about the signature. */
export type ProofOutcome =
  | { readonly outcome: 'valid' }
  | { readonly outcome: 'invalid'; readonly reason: 'signature' | 'proof-value' | 'key-type' | 'context' }
  | { readonly outcome: 'unsupported'; readonly reason: 'suite' | 'host' | 'previous-proof' | 'proof-context' }
  | { readonly outcome: 'unsupported-vocabulary'; readonly url: string | null }
  | { readonly outcome: 'data-loss'; readonly term: string | null }
  | { readonly outcome: 'limit-exceeded' }
  /** No processor could have signed this: a redefined protected term, text that has no UTF-8. */
  | { readonly outcome: 'malformed-document' };

type Prepared = { readonly ok: true; readonly parts: readonly [string, string] } | { readonly ok: false; readonly outcome: ProofOutcome };

const ED25519_2020 = 'https://w3id.org/security/suites/ed25519-2020/v1';
const SIGNATURE_BYTES = { Ed25519: 64, ES256: 64, ES384: 96, RS256: 0 } as const;

/**
 * Checks one embedded proof of a document against one key (Data Integrity 1.0 section 4.4, with the verification algorithms of
 * VC-DI-EDDSA 3.2.2 and 3.3.2 and VC-DI-ECDSA 3.2.2). A suite or host that cannot do it answers `unsupported`, never `invalid`.
 */
export async function checkProof(question: ProofQuestion): Promise<ProofOutcome> {
  const { proof, key, crypto } = question;
  const suite = suiteOf(proof);
  if (suite === null) return { outcome: 'unsupported', reason: 'suite' };
  if (proof.source.previousProof !== undefined) return { outcome: 'unsupported', reason: 'previous-proof' };
  if (!suite.algorithms.includes(key.algorithm)) return { outcome: 'invalid', reason: 'key-type' };
  const signature = readProofValue(proof, key);
  if (signature === null) return { outcome: 'invalid', reason: 'proof-value' };
  const hash: CanonicalHash = key.algorithm === 'ES384' ? 'SHA-384' : 'SHA-256';
  const prepared = suite.form === 'jcs' ? prepareJcs(question) : await prepareRdfc(question, hash);
  if (!prepared.ok) return prepared.outcome;
  const [options, document] = prepared.parts;
  // A lone surrogate has no UTF-8: it would be hashed as U+FFFD, and two different texts would bear one signature.
  if (/\p{Surrogate}/u.test(options + document)) return { outcome: 'malformed-document' };
  const data = concat(await crypto.digest(hash, utf8(options)), await crypto.digest(hash, utf8(document)));
  const answer = await crypto.verify(key, data, signature);
  if (answer === null) return { outcome: 'unsupported', reason: 'host' };
  return answer ? { outcome: 'valid' } : { outcome: 'invalid', reason: 'signature' };
}

/** Multibase base58btc and nothing else, and exactly one signature long. */
function readProofValue(proof: DataIntegrityProof, key: PublicKey): Uint8Array | null {
  const { proofValue } = proof.source;
  if (typeof proofValue !== 'string' || !proofValue.startsWith('z')) return null;
  const bytes = decodeBase58(proofValue.slice(1));
  return bytes?.length === SIGNATURE_BYTES[key.algorithm] ? bytes : null;
}

/** The proof's options are canonicalised under the document's own context; a proof that brings another one could rename its members. */
async function prepareRdfc({ document, proof, canonicalise }: ProofQuestion, hash: CanonicalHash): Promise<Prepared> {
  const own = proof.source['@context'];
  const documentContext = document['@context'];
  const legacy = proof.type === 'Ed25519Signature2020' && sameJson(itemsOf(own), [ED25519_2020]);
  if (own !== undefined && !legacy && !sameJson(own, documentContext)) {
    return { ok: false, outcome: { outcome: 'unsupported', reason: 'proof-context' } };
  }
  const context = own ?? documentContext;
  const options = { ...without(proof.source, 'proofValue'), ...(context === undefined ? {} : { '@context': context }) };
  const optionQuads = await canonicalise(options, hash);
  if (!optionQuads.ok) return { ok: false, outcome: outcomeOf(optionQuads) };
  const documentQuads = await canonicalise(without(document, 'proof'), hash);
  if (!documentQuads.ok) return { ok: false, outcome: outcomeOf(documentQuads) };
  // An empty dataset would be the same for every document.
  if (optionQuads.nquads === '' || documentQuads.nquads === '') return { ok: false, outcome: { outcome: 'data-loss', term: null } };
  return { ok: true, parts: [optionQuads.nquads, documentQuads.nquads] };
}

/**
 * VC-DI-EDDSA 3.3.2: the document's context must begin with the proof's, which is the one that was signed. Contexts added behind it
 * are allowed there, but nobody signed them: such a document is not called valid here, and not forged either.
 */
function prepareJcs({ document, proof }: ProofQuestion): Prepared {
  const unsecured = without(document, 'proof');
  const own = proof.source['@context'];
  if (own !== undefined) {
    const [signed, present] = [itemsOf(own), itemsOf(unsecured['@context'])];
    if (!signed.every((item, i) => sameJson(item, present[i]))) return { ok: false, outcome: { outcome: 'invalid', reason: 'context' } };
    if (present.length > signed.length) return { ok: false, outcome: { outcome: 'unsupported', reason: 'proof-context' } };
  }
  const signedDocument = own === undefined ? unsecured : { ...unsecured, '@context': own };
  return { ok: true, parts: [canonicalJson(without(proof.source, 'proofValue')), canonicalJson(signedDocument)] };
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
