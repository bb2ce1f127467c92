import { type Json, type JsonObject, listOf } from '@proofmark/primitives';

const VC2 = 'https://www.w3.org/ns/credentials/v2';
const DATA_INTEGRITY = ['https://w3id.org/security/data-integrity/v2', 'https://w3id.org/security/data-integrity/v1'];

/** The document with the context that defines a proof's words: VC 2.0 brings them itself, VC 1.1 does not (Data Integrity 1.0 section 2.4.1). */
export function withDataIntegrity(document: JsonObject): JsonObject {
  const contexts = listOf(document['@context']);
  if ([VC2, ...DATA_INTEGRITY].some((url) => contexts.includes(url))) return document;
  return { ...document, '@context': [...contexts, DATA_INTEGRITY[0] as Json] };
}
