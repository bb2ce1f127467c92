import { isObject, type Json, type JsonObject, listOf, parseDateTimeZ, textOf, textOrNull } from '@proofmark/primitives';
import { readJwk } from '../keys/jwk.js';
import type { KeyReading } from '../keys/key-reading.js';
import { readMultikey } from '../keys/multikey.js';
import { absoluteId } from './did-url.js';

/** One verification method of a document, its id made absolute. */
export interface VerificationMethod {
  readonly id: string;
  /** As written, made absolute; null when the document names none. */
  readonly controller: string | null;
  /** The key, or why it is not used. */
  readonly key: KeyReading;
  /** What the JWK of the method calls itself: tokens may name it by that (VC-JOSE-COSE section 4.1.1). */
  readonly kid: string | null;
  /** RFC 3339, as written: from then on the controller no longer uses the key (Controlled Identifiers 1.0 section 2.2). */
  readonly expires: string | null;
  /** RFC 3339, as written: since when the key must not be relied on. */
  readonly revoked: string | null;
  /** Why it was revoked, as the controller says; a member of our own (`build-did-document.ts`). */
  readonly revocationReason: string | null;
  /** RFC 3339, as written: when the controller stopped signing with the key; a member of our own. Null where it is no readable date. */
  readonly retired: string | null;
}

/** A service entry; only string endpoints are kept. */
export interface Service {
  readonly id: string | null;
  readonly types: readonly string[];
  readonly endpoints: readonly string[];
}

/** What a verifier needs of a DID document, or of a controller document at an https issuer id. */
export interface DidDocument {
  readonly id: string;
  readonly methods: readonly VerificationMethod[];
  /** Absolute ids of the methods that may sign credentials. */
  readonly assertionMethod: readonly string[];
  /** Absolute ids of the methods by which the controller shows to be present, as in a presentation. */
  readonly authentication: readonly string[];
  readonly alsoKnownAs: readonly string[];
  readonly services: readonly Service[];
  /** That whoever serves the document has suspended its subject; members of our own (`build-did-document.ts`). Null as a rule. */
  readonly suspended: Suspension | null;
}

/** Since when (RFC 3339, as written) and why, as the document says. */
export interface Suspension {
  readonly since: string;
  readonly reason: string | null;
}

export type DidDocumentReading =
  | { readonly ok: true; readonly document: DidDocument }
  | { readonly ok: false; readonly code: 'malformed-document' | 'id-mismatch' | 'limit-exceeded' };

/** Twice what an issuer of ours can publish (`build-did-document.ts`). */
const MAX_METHODS = 2000;

/**
 * Reads the document that was found for `id` (a DID, or the https id of an issuer).
 * A document that speaks of another id is refused: it proves nothing about this one (DID Core 1.0 section 5.1.1).
 */
export function readDidDocument(json: Json | undefined, id: string): DidDocumentReading {
  if (!isObject(json)) return { ok: false, code: 'malformed-document' };
  if (json.id !== id) return { ok: false, code: typeof json.id === 'string' ? 'id-mismatch' : 'malformed-document' };
  const listed = listOf(json.verificationMethod);
  const relations = [listOf(json.assertionMethod), listOf(json.authentication)] as const;
  if ([listed, ...relations].some(({ length }) => length > MAX_METHODS)) return { ok: false, code: 'limit-exceeded' };
  const embedded = relations.flat().filter(isObject);
  const methods = [...listed.filter(isObject), ...embedded].flatMap((method) => readMethod(method, id) ?? []);
  const [assertionMethod = [], authentication = []] = relations.map((entries) => entries.flatMap((entry) => entryId(entry, id)));
  const suspended = isInstant(json.suspended) ? { since: json.suspended, reason: reasonOf(json.suspensionReason) } : null;
  const services = readServices(json, id);
  return {
    ok: true,
    document: { id, methods, assertionMethod, authentication, alsoKnownAs: texts(json.alsoKnownAs), services, suspended },
  };
}

function entryId(entry: Json, documentId: string): readonly string[] {
  const id = isObject(entry) ? textOrNull(entry.id) : textOrNull(entry);
  return id === null ? [] : [absoluteId(id, documentId)];
}

/** One verification method, or null when it has no usable id. Multikey, JsonWebKey(2020) and Ed25519VerificationKey2020. */
export function readMethod(method: JsonObject, documentId: string): VerificationMethod | null {
  const id = textOrNull(method.id);
  if (id === null || id === '') return null;
  const controller = textOrNull(method.controller);
  let key: KeyReading | undefined;
  return {
    id: absoluteId(id, documentId),
    controller: controller === null ? null : absoluteId(controller, documentId),
    // Read when it is asked for: a document may list hundreds of keys, of which a verifier needs one.
    get key() {
      key ??= readKey(method);
      return key;
    },
    kid: textOf(method.publicKeyJwk, 'kid'),
    expires: dateOf(method.expires),
    revoked: dateOf(method.revoked),
    revocationReason: reasonOf(method.revocationReason),
    retired: isInstant(method.retired) ? method.retired : null,
  };
}

/** A date as written. A value that is not a text is an unreadable date, not an absent one; badges with `true` and numbers exist. */
function dateOf(value: Json | undefined): string | null {
  if (value === undefined || value === null || value === false) return null;
  return typeof value === 'object' ? '' : String(value);
}

/** Other documents may use the name for something else, which is then no date. */
function isInstant(value: Json | undefined): value is string {
  return typeof value === 'string' && parseDateTimeZ(value) !== null;
}

const MAX_REASON = 500;

function reasonOf(value: Json | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value.slice(0, MAX_REASON) : null;
}

function readKey(method: JsonObject): KeyReading {
  if (Object.keys(method).some((member) => /^(private|secret)Key/.test(member))) return { ok: false, code: 'private-key' };
  const multibase = method.publicKeyMultibase;
  // Two keys under one id would leave open which of them signed.
  if (multibase !== undefined && method.publicKeyJwk !== undefined) return { ok: false, code: 'malformed-key' };
  if (method.publicKeyJwk !== undefined) return readJwk(method.publicKeyJwk);
  if (typeof multibase !== 'string') return { ok: false, code: multibase === undefined ? 'unsupported-key-type' : 'malformed-key' };
  const reading = readMultikey(multibase);
  const narrow = listOf(method.type).includes('Ed25519VerificationKey2020');
  return narrow && reading.ok && reading.key.algorithm !== 'Ed25519' ? { ok: false, code: 'malformed-key' } : reading;
}

function readServices(json: JsonObject, id: string): readonly Service[] {
  return listOf(json.service)
    .filter(isObject)
    .map((service) => {
      const serviceId = textOrNull(service.id);
      const endpoint = service.serviceEndpoint;
      // DIF's domain linkage writes {origins: […]}; DID Core allows a string, an object, or an array of either.
      const endpoints = listOf(endpoint).flatMap((item) => (isObject(item) ? texts(item.origins) : texts(item)));
      return { id: serviceId === null ? null : absoluteId(serviceId, id), types: texts(service.type), endpoints };
    });
}

function texts(value: Json | undefined): readonly string[] {
  return listOf(value).filter((item): item is string => typeof item === 'string');
}
