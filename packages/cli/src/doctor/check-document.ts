import { isLoopbackHost } from '@proofmark/primitives';
import { type DidDocument, locate, parseDidUrl, readDidDocument } from '@proofmark/proofs';
import type { Json, JsonObject } from '@proofmark/schemas';
import { type Finding, note, ok, problem, unknown } from './finding.js';
import { jsonIn, type Look, type Looked } from './look.js';
import { JSON_TYPES, servedFindings } from './served.js';

const ACCEPT = 'application/did+json, application/did+ld+json, application/ld+json;q=0.9, application/json;q=0.8, */*;q=0.1';
const TYPES = [...JSON_TYPES, 'application/did+json', 'application/did+ld+json', 'application/did'];

/** The document of an issuer, as far as it could be read. */
export interface DocumentLook {
  readonly findings: readonly Finding[];
  readonly document: DidDocument | null;
  /** The document as written; empty for a did:key. */
  readonly json: JsonObject;
  /** Null when the DID is its own document. */
  readonly looked: Looked | null;
}

/** Checks that the document with the issuer's keys is public, and that verifiers accept it (DID Core 1.0; did:web). */
export async function checkDocument(issuer: string, look: Look): Promise<DocumentLook> {
  const place = locate(issuer);
  const nothing = { document: null, json: {}, looked: null };
  if (place.kind === 'inline') {
    const text = `The identifier is the key itself (did:${parseDidUrl(issuer)?.method}); nothing has to be hosted.`;
    const remedy = 'It proves no web domain, and the key can never be replaced. A did:web can do both.';
    return { ...nothing, document: place.document, findings: [note('did-document', text, remedy)] };
  }
  if (place.kind === 'malformed') {
    const remedy = 'A did:web is did:web:<host>, with :<path> after it; a port is written %3A, and an IP address is none.';
    return { ...nothing, findings: [problem('did', `${issuer} cannot be resolved by the rules of its method.`, remedy)] };
  }
  if (place.kind === 'unsupported') {
    const remedy = 'Verifiers of Open Badges are only sure to resolve https, did:web and did:key.';
    return { ...nothing, findings: [unknown('did', `${issuer} is of a kind that this tool cannot resolve (${place.what}).`, remedy)] };
  }
  const looked = await look.ask(place.url, ACCEPT, 'issuer');
  const missing = 'Host the DID document there. A CDN or proxy has to pass the path through unchanged.';
  const findings = [
    ...servedFindings(looked, { id: 'did-document', name: 'The DID document', types: TYPES, missing }),
    ...local(place.url),
  ];
  if (!looked.fetched.ok) return { ...nothing, looked, findings };
  const json = jsonIn(looked);
  const reading = readDidDocument(json, place.id);
  if (!reading.ok) return { ...nothing, looked, findings: [...findings, invalid(reading.code, place.id, json)] };
  const same = ok('did-id', `It is about ${place.id}, as it should.`);
  return { document: reading.document, json: json as JsonObject, looked, findings: [...findings, same] };
}

function local(url: string): readonly Finding[] {
  const { hostname, protocol } = new URL(url);
  if (!isLoopbackHost(hostname)) return [];
  const text = `The issuer lives on this machine (${protocol}//${hostname}): nobody else can check its badges.`;
  return [note('local', text, 'For badges that count, run the service at a public address over https (PUBLIC_BASE_URL) from the start.')];
}

function invalid(code: string, id: string, json: Json | undefined): Finding {
  if (code === 'id-mismatch') {
    const found = String((json as JsonObject).id).slice(0, 200);
    return problem('did-id', `The document is about ${found}, not about ${id}.`, `Set its "id" to ${id}, letter by letter.`);
  }
  const text = json === undefined ? 'The DID document is not JSON.' : `The DID document is not one (${code}).`;
  return problem('did-document-invalid', text, 'It needs "id", "verificationMethod" and "assertionMethod" (DID Core 1.0).');
}
