import type { JsonObject } from '@proofmark/primitives';
import { describe, expect, it } from 'vitest';
import { toMultikey } from '../keys/multikey.js';
import { newKey } from '../node-crypto.fixture.js';
import { buildDidDocument, methodOf } from './build-did-document.js';
import { readDidDocument } from './did-document.js';
import { readKeyDocument } from './key-document.js';
import { selectMethod } from './select-method.js';

const DID = 'did:web:badges.example:issuers:acme';
const ed25519 = newKey('Ed25519').publicKey;
const p256 = newKey('ES256').publicKey;
const old = newKey('Ed25519').publicKey;
const stolen = newKey('Ed25519').publicKey;
const keys = [
  { id: `${DID}#${toMultikey(ed25519)}`, publicKey: ed25519 },
  { id: `${DID}#jwt`, publicKey: p256 },
  { id: `${DID}#${toMultikey(old)}`, publicKey: old, retired: '2025-12-01T00:00:00Z' },
  { id: `${DID}#stolen`, publicKey: stolen, revoked: '2026-01-01T00:00:00Z', revocationReason: 'A laptop was stolen.' },
];
const services = [{ id: `${DID}#domain`, type: 'LinkedDomains', serviceEndpoint: { origins: ['https://acme.example'] } }];

function read(json: JsonObject) {
  const reading = readDidDocument(JSON.parse(JSON.stringify(json)), DID);
  if (!reading.ok) throw new Error(reading.code);
  return reading.document;
}

describe('the DID document of an issuer', () => {
  const document = buildDidDocument({ did: DID, keys, services, alsoKnownAs: ['https://acme.example'] });

  it('lists every key in both arrays, with absolute ids, and as a JWK of the older type under the same id', () => {
    const relative = keys.slice(0, 3).map(({ id }) => id.slice(DID.length));
    expect(document.assertionMethod).toEqual([...keys.slice(0, 3).map((key) => key.id), ...relative]);
    expect((document.verificationMethod as JsonObject[]).map((entry) => [entry.id, entry.type, entry.controller])).toEqual([
      ...relative.map((id) => [id, 'JsonWebKey2020', DID]),
      [keys[0]?.id, 'Multikey', DID],
      [keys[1]?.id, 'JsonWebKey', DID],
      [keys[2]?.id, 'Multikey', DID],
      [keys[3]?.id, 'Multikey', DID],
    ]);
  });

  it('reads back, old keys included; a revoked one may not assert', () => {
    const reading = read(document);
    for (const [i, key] of keys.entries()) {
      const selection = selectMethod(reading, key.id, 'assertionMethod');
      expect(selection).toMatchObject({ ok: true, key: key.publicKey, controller: DID, authorised: i < 3 });
    }
    expect(reading.methods.filter(({ id }) => id === `${DID}#stolen`)).toMatchObject([
      { revoked: '2026-01-01T00:00:00Z', revocationReason: 'A laptop was stolen.', retired: null },
    ]);
    expect(selectMethod(reading, keys[2]?.id ?? '', 'assertionMethod')).toMatchObject({ method: { retired: '2025-12-01T00:00:00Z' } });
    expect(reading.alsoKnownAs).toEqual(['https://acme.example']);
    expect(reading.services).toEqual([{ id: `${DID}#domain`, types: ['LinkedDomains'], endpoints: ['https://acme.example'] }]);
  });

  it('never holds a key in two forms in one entry (Controlled Identifiers 1.0, 2.2)', () => {
    for (const entry of document.verificationMethod as JsonObject[]) {
      expect([entry.publicKeyMultibase, entry.publicKeyJwk].filter((form) => form !== undefined)).toHaveLength(1);
    }
  });

  it('refuses a key that is not its own', () => {
    expect(() => buildDidDocument({ did: DID, keys: [{ id: 'did:web:other.example#a', publicKey: p256 }] })).toThrow(TypeError);
  });
});

describe('readDidDocument, with documents of other issuers', () => {
  it('takes methods embedded in assertionMethod, relative ids and single values', () => {
    const embedded = { id: '#e', type: 'Multikey', controller: DID, publicKeyMultibase: toMultikey(ed25519) };
    const listed = { id: '#l', type: 'JsonWebKey2020', controller: DID, publicKeyJwk: p256.jwk };
    const document = read({ id: DID, verificationMethod: listed, assertionMethod: [embedded, '#l'] });
    expect(selectMethod(document, `${DID}#e`, 'assertionMethod')).toMatchObject({ ok: true, key: ed25519, authorised: true });
    expect(selectMethod(document, `${DID}#l`, 'assertionMethod')).toMatchObject({ ok: true, key: p256, authorised: true });
    expect(read({ id: DID, verificationMethod: listed, assertionMethod: '#l' }).assertionMethod).toEqual([`${DID}#l`]);
  });

  it('keeps the purposes of keys apart', () => {
    const embedded = { id: '#e', type: 'Multikey', controller: DID, publicKeyMultibase: toMultikey(ed25519) };
    const document = read({ id: DID, assertionMethod: [], authentication: [embedded] });
    expect(selectMethod(document, `${DID}#e`, 'authentication')).toMatchObject({ ok: true, key: ed25519, authorised: true });
    expect(selectMethod(document, `${DID}#e`, 'assertionMethod')).toMatchObject({ ok: true, authorised: false });
  });

  it('takes an issuer profile at an https address with keys in it', () => {
    const url = 'https://acme.example/issuers/1';
    const id = `${url}#${toMultikey(ed25519)}`;
    const profile = {
      id: url,
      type: 'Profile',
      name: 'Acme',
      verificationMethod: [{ id, type: 'Multikey', controller: url, publicKeyMultibase: toMultikey(ed25519) }],
      assertionMethod: [id],
    };
    const reading = readKeyDocument(profile, id);
    if (reading.kind !== 'controller') throw new Error(reading.kind);
    expect(selectMethod(reading.document, id, 'assertionMethod')).toMatchObject({ ok: true, key: ed25519, authorised: true });
  });

  it('takes a key alone at its address, a JWK alone, and a JWK Set', () => {
    const url = 'https://acme.example/keys/1';
    const reading = readKeyDocument(methodOf({ id: url, publicKey: ed25519 }, 'https://acme.example'), url);
    expect(reading).toMatchObject({
      kind: 'method',
      method: { id: url, controller: 'https://acme.example', key: { ok: true, key: ed25519 } },
    });
    expect(readKeyDocument({ ...p256.jwk, kid: 'a' }, url)).toEqual({ kind: 'jwk', key: { kid: 'a', iss: null, key: p256 } });
    const set = { keys: [{ ...p256.jwk, kid: url, iss: DID }, { kty: 'EC', crv: 'secp256k1' }, 'x'] };
    expect(readKeyDocument(set, url)).toEqual({ kind: 'jwks', keys: [{ kid: url, iss: DID, key: p256 }] });
  });
});
