import { decodeJwt } from '@proofmark/proofs';
import { type Json, type JsonObject, PROVEN_EMAIL_DOMAIN } from '@proofmark/schemas';
import { summarise } from '@proofmark/verifying';

/** An endorsement as it was signed: JSON text with its proof, or a compact token. It was verified when it was stored. */
export interface SignedEndorsement {
  readonly form: 'json' | 'jwt';
  readonly body: string;
}

/** What an endorsement says, all of it foreign text. */
export interface EndorsementView {
  /** Its own `id`; null when it has none. */
  readonly id: string | null;
  /** The `id` of what it is about. */
  readonly about: string | null;
  readonly types: readonly string[];
  readonly endorser: { readonly id: string | null; readonly name: string | null; readonly url: string | null };
  /** The domain of an address that the endorser proved to the service that signed; only of what this service signed itself it means something. */
  readonly provenEmailDomain: string | null;
  readonly comment: string | null;
  /** RFC 3339, as it was written. */
  readonly at: string | null;
}

/** Reads an endorsement for display. Null when it is no credential. */
export function readEndorsement(endorsement: SignedEndorsement): EndorsementView | null {
  const credential = credentialOf(endorsement);
  if (credential === null) return null;
  const { id, issuer, validFrom } = summarise(credential);
  const { credentialSubject: subject, type } = credential;
  return {
    id,
    about: textOf(subject, 'id'),
    types: (Array.isArray(type) ? type : [type]).filter((one): one is string => typeof one === 'string'),
    endorser: issuer,
    provenEmailDomain: provenIn(credential.issuer),
    comment: textOf(subject, 'endorsementComment'),
    at: validFrom,
  };
}

/** The credential inside: a token holds it as its payload, or in `vc` (VC Data Model 1.1). */
function credentialOf({ form, body }: SignedEndorsement): JsonObject | null {
  if (form === 'json') return objectOr(parse(body));
  const token = decodeJwt(body);
  return token.ok ? (objectOr(token.jwt.payload.vc) ?? token.jwt.payload) : null;
}

function provenIn(issuer: Json | undefined): string | null {
  const entries = objectOr(issuer)?.otherIdentifier;
  const found = Array.isArray(entries) ? entries.find((one) => textOf(one, 'identifierType') === PROVEN_EMAIL_DOMAIN) : undefined;
  return textOf(found, 'identifier');
}

function textOf(value: Json | undefined, name: string): string | null {
  const text = objectOr(value)?.[name];
  return typeof text === 'string' ? text : null;
}

function objectOr(value: Json | undefined): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
