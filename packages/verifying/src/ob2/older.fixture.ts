import { sha256 as hash } from '@noble/hashes/sha2.js';
import { encodeBase64url } from '@proofmark/primitives';
import type { JsonObject } from '@proofmark/schemas';
import type { World } from '../fixtures/badges.fixture.js';

const ORG = 'https://school.example';
export const ASSERTION = `${ORG}/assertions/1`;
export const BADGE = `${ORG}/badges/web`;
export const PROFILE = `${ORG}/issuer`;
export const KEY = `${ORG}/key`;
export const REVOCATIONS = `${ORG}/revoked`;
const CONTEXT = 'https://w3id.org/openbadges/v2';

/** A document with members replaced; `undefined` takes one out. */
function documentOf(base: JsonObject, more: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries({ '@context': CONTEXT, ...base, ...more }).filter(([, value]) => value !== undefined));
}

export function assertion(more: JsonObject = {}): JsonObject {
  const base = {
    id: ASSERTION,
    type: 'Assertion',
    recipient: { type: 'email', hashed: true, salt: 'Kosher', identity: `sha256$${sha256('a@example.comKosher')}` },
    badge: BADGE,
    verification: { type: 'HostedBadge' },
    issuedOn: '2026-11-22T09:00:00+01:00',
    evidence: [{ id: 'https://work.example/1', narrative: 'A small API.' }, 'https://work.example/2'],
  };
  return documentOf(base, more);
}

export function badgeClass(more: JsonObject = {}): JsonObject {
  const base = {
    id: BADGE,
    type: 'BadgeClass',
    name: 'Web design',
    description: 'Builds small pages.',
    image: `${ORG}/web.png`,
    criteria: { narrative: 'Three pages.' },
    issuer: PROFILE,
    tags: ['web'],
    alignment: [{ targetName: 'HTML', targetUrl: 'https://skills.example/html' }],
  };
  return documentOf(base, more);
}

export function profile(more: JsonObject = {}): JsonObject {
  return documentOf({ id: PROFILE, type: 'Profile', name: 'The School', url: ORG, email: 'badges@school.example' }, more);
}

/** The web in which a hosted badge stands; addresses may be replaced. */
export function hostedWorld(more: World = {}): World {
  return { [ASSERTION]: assertion(), [BADGE]: badgeClass(), [PROFILE]: profile(), ...more };
}

function sha256(text: string): string {
  return [...hash(new TextEncoder().encode(text))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const RSA = { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1), hash: 'SHA-256' };
const EC = { name: 'ECDSA', namedCurve: 'P-256' };
const { subtle } = globalThis.crypto;

/** A fresh pair of keys, from the host. */
async function pairOf(algorithm: RsaHashedKeyGenParams | EcKeyGenParams): Promise<CryptoKeyPair> {
  return (await subtle.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair;
}

const keys = { school: await pairOf(RSA), stranger: await pairOf(RSA), curve: await pairOf(EC) };

/** A public key in PEM. */
async function pemOf({ publicKey }: CryptoKeyPair): Promise<string> {
  const der = new Uint8Array(await subtle.exportKey('spki', publicKey));
  const lines = btoa(String.fromCharCode(...der)).match(/.{1,64}/g) ?? [];
  return ['-----BEGIN PUBLIC KEY-----', ...lines, '-----END PUBLIC KEY-----', ''].join('\n');
}
const schoolPem: string = await pemOf(keys.school);
export const strangerPem: string = await pemOf(keys.stranger);
export const curvePem: string = await pemOf(keys.curve);

/** An assertion as a compact JWS. */
export async function jws(
  payload: JsonObject,
  who: keyof typeof keys = 'school',
  alg: string = who === 'curve' ? 'ES256' : 'RS256',
): Promise<string> {
  const encode = (text: string): string => encodeBase64url(new TextEncoder().encode(text));
  const input = [{ alg }, payload].map((part) => encode(JSON.stringify(part))).join('.');
  const algorithm = who === 'curve' ? { name: 'ECDSA', hash: 'SHA-256' } : RSA;
  const signature = await subtle.sign(algorithm, keys[who].privateKey, new TextEncoder().encode(input));
  return `${input}.${encodeBase64url(new Uint8Array(signature))}`;
}

export function signedAssertion(more: JsonObject = {}): JsonObject {
  return assertion({ id: 'urn:uuid:00000000-0000-4000-8000-00000000000b', verification: { type: 'SignedBadge', creator: KEY }, ...more });
}

export function keyDocument(more: JsonObject = {}): JsonObject {
  return documentOf({ id: KEY, type: 'CryptographicKey', owner: PROFILE, publicKeyPem: schoolPem }, more);
}

/** The web behind a signed badge. */
export function signedWorld(more: World = {}): World {
  return { [BADGE]: badgeClass(), [PROFILE]: profile({ publicKey: KEY }), [KEY]: keyDocument(), ...more };
}

/** A PNG with a text chunk of our own making, put in where our baker puts its own. */
export function bakedPng(type: 'tEXt' | 'iTXt', text: string): Uint8Array {
  const plain = Uint8Array.from(
    atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
    (character) => character.charCodeAt(0),
  );
  const data = new TextEncoder().encode(type + text);
  const chunk = new Uint8Array(data.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length - 4);
  chunk.set(data, 4);
  view.setUint32(data.length + 4, crc32(data));
  return Uint8Array.of(...plain.subarray(0, 33), ...chunk, ...plain.subarray(33));
}

function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}
