import { isObject, listOf, member, textOf } from '@proofmark/primitives';
import { isBadgeDocument, type Json, type JsonObject, typesOf } from '@proofmark/schemas';
import { LIMITS } from '../limits.js';
import { isOlderBadge } from './older.js';
import { inspect, type JsonFault, parseJson } from './parse-json.js';
import { readToken } from './read-token.js';
import { badge, type Container, type InputReading, noBadge, notABadge, older, unreadable } from './reading.js';
import { credentialOfToken } from './token-credential.js';

const ENVELOPE = /^data:application\/(?:vc\+jwt|vc\+ld\+jwt|vc-ld\+jwt|jwt)(?:;[^,]*)?,/;

/** JSON text that may be a credential or hold one. */
export function fromJsonText(text: string, container: Container): InputReading {
  const reading = parseJson(text);
  return reading.ok ? fromJson(reading.json, container, true) : refused(reading.fault);
}

function isWanted(credential: JsonObject, any: boolean): boolean {
  return isBadgeDocument(credential) || (any && typesOf(credential).includes('VerifiableCredential'));
}

/** A JSON value that may be a credential or hold one. `inspected`: its bounds are known to hold. `any`: also one that is no badge. */
export function fromJson(json: Json, container: Container, inspected = false, any = false): InputReading {
  const fault = inspected ? null : inspect(json);
  if (fault !== null) return refused(fault);
  if (typeof json === 'string')
    return isCompactJws(json) ? fromJwt(json, container === 'json' ? 'jwt' : container, any) : notABadge('json');
  if (!isObject(json)) return notABadge('json');
  const types = typesOf(json);
  if (types.includes('EnvelopedVerifiableCredential')) return fromEnvelope(json, container, any);
  if (types.includes('VerifiablePresentation')) return fromPresentation(json);
  if (isWanted(json, any)) return badge(json, null, container);
  if (isOlderBadge(json, types)) return older(json, null, container);
  return notABadge(types.includes('VerifiableCredential') ? 'other-credential' : 'json');
}

/** A VC-JWT: the payload is the credential, or holds it in `vc` (VC 1.1). White space around and inside it is dropped. */
export function fromJwt(token: string, container: Container, any = false): InputReading {
  const text = token.replace(/\s+/g, '');
  const reading = readToken(text);
  if (!reading.ok) return reading.fault === 'not-a-token' ? notABadge('jwt-without-badge') : refused(reading.fault);
  const { jwt } = reading;
  const credential = credentialOfToken(jwt);
  if (isWanted(credential, any)) return badge(credential, jwt, container);
  if (isOlderBadge(jwt.payload, typesOf(jwt.payload))) return older(jwt.payload, jwt, container);
  // Who presents is another question: the token that shows several badges is not judged, each of the badges is.
  const vp = member(jwt.payload, 'vp') ?? (typesOf(jwt.payload).includes('VerifiablePresentation') ? jwt.payload : undefined);
  if (isObject(vp)) return fromPresentation(vp);
  return notABadge(typesOf(credential).includes('VerifiableCredential') ? 'other-credential' : 'jwt-without-badge');
}

export function isCompactJws(text: string): boolean {
  // The expression's own memory grows with the text.
  return text.length <= LIMITS.textBytes && /^\s*[\w-]{4,}\.[\w-]{4,}\.[\w-]*\s*$/.test(text);
}

/** VC Data Model 2.0, 4.13: a credential secured from outside, as a data URL. */
function fromEnvelope(json: JsonObject, container: Container, any: boolean): InputReading {
  const id = textOf(json, 'id') ?? '';
  const media = ENVELOPE.exec(id);
  if (media === null) return unreadable('unsupported-format', { found: 'enveloped' });
  return fromJwt(id.slice(media[0].length), container === 'json' ? 'enveloped' : container, any);
}

/** A presentation of one credential is that credential; its own proof answers other questions than a badge's. */
function fromPresentation(json: JsonObject): InputReading {
  const members = listOf(member(json, 'verifiableCredential')).map((item) => fromJson(item, 'presentation', true));
  if (members.length === 0) return notABadge('presentation-of-none');
  if (members.length === 1 && members[0] !== undefined) return members[0];
  return unreadable('unsupported-format', { found: 'presentation-of-many', count: members.length }, members);
}

export function refused(fault: JsonFault): InputReading {
  if (fault === 'not-json') return notABadge('json');
  return noBadge(fault === 'too-deep' || fault === 'too-large' ? 'limit-exceeded' : 'malformed', { fault });
}
