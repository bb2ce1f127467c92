import { doctorTexts } from '@proofmark/messages/terminal';
import { isLoopbackHost } from '@proofmark/primitives';
import { type DidDocument, locate, parseDidUrl, readDidDocument } from '@proofmark/proofs';
import type { Json, JsonObject } from '@proofmark/schemas';
import { type Finding, note, ok, problem, unknown } from './finding.js';
import { jsonIn, type Look, type Looked } from './look.js';
import { JSON_TYPES, servedFindings } from './served.js';

const texts = doctorTexts.document;
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
    const text = texts.inline.text({ method: parseDidUrl(issuer)?.method ?? '' });
    return { ...nothing, document: place.document, findings: [note('did-document', text, texts.inline.remedy)] };
  }
  if (place.kind === 'malformed') {
    const { text, remedy } = texts.malformed;
    return { ...nothing, findings: [problem('did', text({ issuer }), remedy)] };
  }
  if (place.kind === 'unsupported') {
    const { text, remedy } = texts.unsupported;
    return { ...nothing, findings: [unknown('did', text({ issuer, what: place.what }), remedy)] };
  }
  const looked = await look.ask(place.url, ACCEPT, 'issuer');
  const { name, missing } = texts;
  const findings = [...servedFindings(looked, { id: 'did-document', name, types: TYPES, missing }), ...local(place.url)];
  if (!looked.fetched.ok) return { ...nothing, looked, findings };
  const json = jsonIn(looked);
  const reading = readDidDocument(json, place.id);
  if (!reading.ok) return { ...nothing, looked, findings: [...findings, invalid(reading.code, place.id, json)] };
  const same = ok('did-id', texts['same-id']({ id: place.id }));
  return { document: reading.document, json: json as JsonObject, looked, findings: [...findings, same] };
}

function local(url: string): readonly Finding[] {
  const { hostname, protocol } = new URL(url);
  if (!isLoopbackHost(hostname)) return [];
  return [note('local', texts.local.text({ origin: `${protocol}//${hostname}` }), texts.local.remedy)];
}

function invalid(code: string, id: string, json: Json | undefined): Finding {
  if (code === 'id-mismatch') {
    const found = String((json as JsonObject).id).slice(0, 200);
    return problem('did-id', texts['other-id'].text({ found, id }), texts['other-id'].remedy({ id }));
  }
  const text = json === undefined ? texts['not-json'] : texts.invalid.text({ code });
  return problem('did-document-invalid', text, texts.invalid.remedy);
}
