import { isObject, listOf, member, textOf } from '@proofmark/primitives';
import { type DecodedJwt, DID_CONFIGURATION_CONTEXT } from '@proofmark/proofs';
import { type JsonObject, typesOf, VC1_CONTEXT, VC2_CONTEXT } from '@proofmark/schemas';
import { instant } from '../authenticity/judge-proof.js';
import { originOf } from '../credential/issuer-domains.js';
import type { LinkageFault, Validity } from '../facts/issuer-facts.js';

const CONTEXTS = [
  DID_CONFIGURATION_CONTEXT,
  VC1_CONTEXT,
  VC2_CONTEXT,
  'https://w3id.org/security/data-integrity/v1',
  'https://w3id.org/security/data-integrity/v2',
  'https://w3id.org/security/suites/ed25519-2020/v1',
];
const BEGINNINGS = ['issuanceDate', 'validFrom'] as const;
const ENDS = ['expirationDate', 'validUntil'] as const;
const MEMBERS = ['@context', 'type', 'issuer', 'credentialSubject', 'proof', ...BEGINNINGS, ...ENDS];

/** What a domain linkage credential has to say: that this issuer, and this origin, belong together. */
export interface Linkage {
  readonly issuer: string;
  readonly origin: string;
}

/**
 * Why a credential with an embedded proof does not link the two, or null. Nothing but the members that the specification names may
 * stand in it, each in one spelling, so that what is signed and what is read here are the same.
 */
export function linkageFault(credential: JsonObject, { issuer, origin }: Linkage): LinkageFault | null {
  const { credentialSubject: subject, issuer: named } = credential;
  const strange = Object.keys(credential).some((key) => !MEMBERS.includes(key));
  const contexts = listOf(credential['@context']);
  if (strange || !contexts.every((context) => typeof context === 'string' && CONTEXTS.includes(context))) return 'shape';
  if (!isObject(subject) || Object.keys(subject).some((key) => key !== 'id' && key !== 'origin')) return 'shape';
  if (isObject(named) && Object.keys(named).some((key) => key !== 'id')) return 'shape';
  return contentFault(credential, { issuer, origin });
}

/** The same for a token, whose bytes are signed: the claims and the credential in it must agree (DID Configuration, 6.2). */
export function tokenFault({ payload }: DecodedJwt, credential: JsonObject, linkage: Linkage): LinkageFault | null {
  if (textOf(payload, 'iss') !== linkage.issuer) return 'issuer';
  if (textOf(payload, 'sub') !== linkage.issuer) return 'subject';
  return contentFault(credential, linkage);
}

function contentFault(credential: JsonObject, { issuer, origin }: Linkage): LinkageFault | null {
  const subject = member(credential, 'credentialSubject');
  if (!typesOf(credential).includes('DomainLinkageCredential')) return 'shape';
  const named = textOf(member(credential, 'issuer'), 'id') ?? textOf(credential, 'issuer');
  if (named !== issuer) return 'issuer';
  if (textOf(subject, 'id') !== issuer) return 'subject';
  return originOf(textOf(subject, 'origin') ?? '') === origin ? null : 'origin';
}

/** The credential of a token, with what older issuers state in the claims only. */
export function credentialOf({ payload }: DecodedJwt): JsonObject {
  const vc = member(payload, 'vc');
  if (!isObject(vc)) return payload;
  const subject = member(vc, 'credentialSubject');
  const { iss, sub } = payload;
  return {
    ...vc,
    ...(vc.issuer === undefined && iss !== undefined ? { issuer: iss } : {}),
    ...(isObject(subject) && subject.id === undefined && sub !== undefined ? { credentialSubject: { ...subject, id: sub } } : {}),
  };
}

/** When a credential, and its token, count; null when a date cannot be read. The latest beginning and the earliest end. */
export function validityOf(credential: JsonObject, claims: JsonObject = {}): Validity | null {
  const times = (keys: readonly string[], claim: string): readonly (number | null)[] => {
    const seconds = member(claims, claim);
    const dates = keys.filter((key) => member(credential, key) !== undefined).map((key) => instant(member(credential, key)));
    return seconds === undefined ? dates : [...dates, typeof seconds === 'number' ? seconds * 1000 : null];
  };
  const beginnings = times(BEGINNINGS, 'nbf');
  const ends = times(ENDS, 'exp');
  if ([...beginnings, ...ends].includes(null)) return null;
  const known = (list: readonly (number | null)[]): readonly number[] => list.filter((time): time is number => time !== null);
  return {
    from: beginnings.length === 0 ? null : Math.max(...known(beginnings)),
    until: ends.length === 0 ? null : Math.min(...known(ends)),
  };
}
