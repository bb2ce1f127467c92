import { isObject, listOf, member, textOf } from '@proofmark/primitives';
import type { DecodedJwt } from '@proofmark/proofs';
import { isBadgeDocument, type Json, type JsonObject, typesOf } from '@proofmark/schemas';
import { LIMITS } from '../limits.js';
import { readDataUrl } from './data-url.js';
import { isOlderBadge, unreadStandardOf } from './older.js';
import { inspect, type JsonFault, parseJson } from './parse-json.js';
import { readToken } from './read-token.js';
import { badge, type Container, type InputReading, noBadge, notABadge, older, unreadable } from './reading.js';
import { contentOfToken } from './token-content.js';

const ENVELOPED = ['EnvelopedVerifiableCredential', 'EnvelopedVerifiablePresentation'];
/** What an achievement and its issuer are published as, in Open Badges 2.0 and 3.0. */
const DEFINITIONS = ['BadgeClass', 'Achievement', 'Issuer', 'Profile'];
const TOKEN_MEDIA = /^application\/(?:jwt|v[cp]\+jwt|v[cp]\+ld(?:\+json)?\+jwt|v[cp]-ld\+jwt)$/;

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
  if (typeof json === 'string') return isToken(json) ? fromJwt(json, container === 'json' ? 'jwt' : container, any) : notABadge('json');
  if (!isObject(json)) return notABadge('json');
  const types = typesOf(json);
  if (types.some((type) => ENVELOPED.includes(type))) return fromEnvelope(json, container, any);
  if (types.includes('VerifiablePresentation')) return fromPresentation(json);
  if (isWanted(json, any)) return badge(json, null, container);
  if (types.includes('VerifiableCredential')) return notABadge('other-credential');
  if (!types.includes('Assertion') && types.some((type) => DEFINITIONS.includes(type))) return notABadge('definition');
  return isOlderBadge(json, types) ? fromOlder(json, null, container) : notABadge('json');
}

/** An assertion of 1.1 or 2.0; one that is not read is told by its name. */
function fromOlder(json: JsonObject, jwt: DecodedJwt | null, container: Container): InputReading {
  const unread = unreadStandardOf(json);
  return unread === null
    ? older(json, jwt, container)
    : unreadable('unsupported-format', { found: 'open-badges-1', standard: unread, container });
}

/** A token: a credential, an assertion, or a presentation with badges in it. White space around and inside it is dropped. */
export function fromJwt(token: string, container: Container, any = false): InputReading {
  const text = token.replace(/\s+/g, '');
  if (isSdJwt(text)) return SD_JWT;
  const reading = readToken(text);
  if (!reading.ok) return reading.fault === 'not-a-token' ? notABadge('jwt-without-badge') : refused(reading.fault);
  const { jwt } = reading;
  const content = contentOfToken(jwt);
  switch (content.kind) {
    case 'sd-jwt':
      return SD_JWT;
    case 'two-documents':
      return noBadge('malformed', { fault: content.kind });
    case 'other-token':
      return noBadge('not-a-badge', { found: content.kind, type: content.says });
    case 'older':
      return fromOlder(content.json, jwt, container);
    case 'presentation':
      // Who presents is another question: the token that shows several badges is not judged, each of the badges is.
      return fromPresentation(content.json);
    case 'credential':
      if (isWanted(content.json, any)) return badge(content.json, jwt, container);
      return notABadge(typesOf(content.json).includes('VerifiableCredential') ? 'other-credential' : 'jwt-without-badge');
  }
}

const SD_JWT: InputReading = unreadable('unsupported-format', { found: 'sd-jwt' });

/** Whether a text is a token of a kind that is read here, or that is known by name. */
export function isToken(text: string): boolean {
  return isCompactJws(text) || isSdJwt(text);
}

/** A compact JWS with what the holder discloses behind it, after tildes (RFC 9901 section 4). */
function isSdJwt(text: string): boolean {
  const tilde = text.indexOf('~');
  return tilde > 0 && isCompactJws(text.slice(0, tilde));
}

export function isCompactJws(text: string): boolean {
  // The expression's own memory grows with the text.
  return text.length <= LIMITS.textBytes && /^\s*[\w-]{4,}\.[\w-]{4,}\.[\w-]*\s*$/.test(text);
}

/** VC Data Model 2.0, 4.13: a credential or presentation secured from outside, as a data URL. */
function fromEnvelope(json: JsonObject, container: Container, any: boolean): InputReading {
  const data = readDataUrl(textOf(json, 'id') ?? '');
  if (data?.mediaType.endsWith('sd-jwt')) return SD_JWT;
  if (data === null || data.text === null || !TOKEN_MEDIA.test(data.mediaType))
    return unreadable('unsupported-format', { found: 'enveloped' });
  return fromJwt(data.text, container === 'json' ? 'enveloped' : container, any);
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
