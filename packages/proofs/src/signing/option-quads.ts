import type { Json, JsonObject } from '@proofmark/primitives';
import { PLAIN_IRI } from '../compiled/literals.js';
import type { Canonicalisation } from '../data-integrity/canonicalise.js';
import { makeCanonicalise } from '../data-integrity/make-canonicalise.js';
import type { CryptoPort } from '../ports.js';

/** Contexts, as JSON, under which the options of a proof were found to be canonicalised to what `write` writes. */
const known = new Set<string>();
const MAX_KNOWN = 1000;

/**
 * The canonical N-Quads of the options of an `eddsa-rdfc-2022` proof under a context, as JSON. The terms of a proof mean the same for every proof
 * under one context, so the first is canonicalised and compared, and later ones are written by the same pattern.
 */
export async function optionQuads(proof: JsonObject, context: string, crypto: Pick<CryptoPort, 'hashText'>): Promise<Canonicalisation> {
  const written = write(proof);
  if (written !== null && known.has(context)) return { ok: true, nquads: written };
  const canonical = await makeCanonicalise(crypto)({ ...proof, '@context': JSON.parse(context) as Json }, 'SHA-256');
  if (written !== null && known.size < MAX_KNOWN && canonical.ok && canonical.nquads === written) known.add(context);
  return canonical;
}

/** Null unless the method is a DID URL that no context takes for something else, and the time a plain literal: `proofOptions` sees to that. */
function write({ created, cryptosuite, verificationMethod }: JsonObject): string | null {
  const method = String(verificationMethod);
  if (!method.startsWith('did:') || !PLAIN_IRI.test(method)) return null;
  return `_:c14n0 <http://purl.org/dc/terms/created> "${created}"^^<http://www.w3.org/2001/XMLSchema#dateTime> .
_:c14n0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/security#DataIntegrityProof> .
_:c14n0 <https://w3id.org/security#cryptosuite> "${cryptosuite}"^^<https://w3id.org/security#cryptosuiteString> .
_:c14n0 <https://w3id.org/security#proofPurpose> <https://w3id.org/security#assertionMethod> .
_:c14n0 <https://w3id.org/security#verificationMethod> <${method}> .
`;
}
