import { encodeBase58, type JsonObject } from '@proofmark/primitives';
import { describe, expect, it } from 'vitest';
import { toMultikey } from '../keys/multikey.js';
import { inMultikeys } from '../keys/older-methods.js';
import { newKey } from '../node-crypto.fixture.js';
import { readDidDocument, readMethod } from './did-document.js';
import { didJwkDocument } from './did-key.js';
import { didWebUrl } from './did-web.js';
import { readJwks, readKeyDocument } from './key-document.js';
import { locate } from './locate.js';
import { methodOfKid } from './method-of-kid.js';
import { selectMethod } from './select-method.js';

const DID = 'did:web:acme.example';
const ours = newKey('Ed25519').publicKey;
const theirs = newKey('Ed25519').publicKey;

function method(id: string, key = ours, controller = DID) {
  return { id, type: 'Multikey', controller, publicKeyMultibase: toMultikey(key) };
}

describe('didWebUrl', () => {
  it.each([
    'did:web:user%40evil.example',
    'did:web:evil.example%2F..%2Facme.example',
    'did:web:acme.example%23',
    'did:web:acme.example%3Fx',
    'did:web:acme.example%3A99999',
    'did:web:acme.example%3A0',
    'did:web:acme.example%3A8080%3A1',
    'did:web:127.1',
    'did:web:0x7f000001',
    'did:web:2130706433',
    'did:web:8.8.8.8',
    'did:web:169.254.169.254',
    'did:web:%5B%3A%3Affff%3A169.254.169.254%5D',
    'did:web:127.0.0.2',
    'did:web:a..example',
    'did:web:-a.example',
    'did:web:acme.example%20',
    'did:web:acme.example:%2e%2e:secret',
    'did:web:acme.example:..:secret',
    'did:web:acme.example:.',
    'did:web:acme.example:a%2Fb',
    'did:web:acme.example:a%5Cb',
    'did:web:acme.example:a%3Fb',
    'did:web:acme.example:a%00',
    'did:web:acme.example::a',
    'did:web:acme.example#key',
  ])('refuses %s', (did) => {
    expect(didWebUrl(did).ok).toBe(false);
  });

  it.each(['did:web:localhost.evil.example', 'did:web:localhostx'])('does not use plain http for %s', (did) => {
    const reading = didWebUrl(did);
    expect(reading.ok && reading.url.startsWith('https://')).toBe(true);
  });
});

describe('a hostile DID document', () => {
  it('is refused when its id is not the one that was asked for', () => {
    expect(readDidDocument({ id: 'did:web:evil.example' }, DID)).toEqual({ ok: false, code: 'id-mismatch' });
    expect(readDidDocument({ verificationMethod: [] }, DID)).toEqual({ ok: false, code: 'malformed-document' });
    expect(readDidDocument([], DID)).toEqual({ ok: false, code: 'malformed-document' });
    expect(readDidDocument({ id: DID, verificationMethod: Array(2001).fill({}) }, DID)).toEqual({ ok: false, code: 'limit-exceeded' });
  });

  it('does not authorise a key that it only lists', () => {
    const reading = readDidDocument({ id: DID, verificationMethod: [method('#a')], authentication: ['#a'] }, DID);
    if (!reading.ok) throw new Error(reading.code);
    expect(selectMethod(reading.document, `${DID}#a`, 'assertionMethod')).toMatchObject({ ok: true, authorised: false });
  });

  it('keeps the controller as written, so that a foreign one is seen', () => {
    const document = { id: DID, verificationMethod: [method('#a', ours, 'did:web:evil.example')], assertionMethod: [`${DID}#a`] };
    const reading = readDidDocument(document, DID);
    if (!reading.ok) throw new Error(reading.code);
    expect(selectMethod(reading.document, `${DID}#a`, 'assertionMethod')).toMatchObject({ ok: true, controller: 'did:web:evil.example' });
  });

  it('is refused when two keys have one id', () => {
    const document = { id: DID, verificationMethod: [method('#a'), method(`${DID}#a`, theirs)], assertionMethod: ['#a'] };
    const reading = readDidDocument(document, DID);
    if (!reading.ok) throw new Error(reading.code);
    expect(selectMethod(reading.document, '#a', 'assertionMethod')).toEqual({ ok: false, code: 'ambiguous-method' });
  });

  it('is refused when a method has two keys, or a private one', () => {
    const both = { ...method('#a'), publicKeyJwk: theirs.jwk };
    const secret = { ...method('#b'), secretKeyMultibase: 'z123' };
    const withD = { id: '#c', type: 'JsonWebKey', controller: DID, publicKeyJwk: { ...ours.jwk, d: 'AAAA' } };
    const narrow = { ...method('#d', newKey('ES256').publicKey), type: 'Ed25519VerificationKey2020' };
    const reading = readDidDocument({ id: DID, verificationMethod: [both, secret, withD, narrow], assertionMethod: [] }, DID);
    if (!reading.ok) throw new Error(reading.code);
    const codes = ['#a', '#b', '#c', '#d'].map((id) => {
      const selection = selectMethod(reading.document, id, 'assertionMethod');
      return selection.ok ? 'ok' : selection.code;
    });
    expect(codes).toEqual(['malformed-key', 'private-key', 'private-key', 'malformed-key']);
  });

  it('is refused when it is a key of another address', () => {
    const url = 'https://acme.example/keys/1';
    expect(readKeyDocument(method('https://evil.example/keys/1'), url)).toEqual({ kind: 'malformed', code: 'id-mismatch' });
    expect(readKeyDocument({ id: 'https://evil.example/i', assertionMethod: [] }, `${url}#k`)).toEqual({
      kind: 'malformed',
      code: 'id-mismatch',
    });
  });

  it('is refused when a method has its key twice, in whatever two forms', () => {
    const bytes = Buffer.from(ours.jwk.x ?? '', 'base64url');
    const base58 = { id: '#a', type: 'Ed25519VerificationKey2018', controller: DID, publicKeyBase58: encodeBase58(bytes) };
    const keyOf = (more: object) => readMethod(inMultikeys({ ...base58, ...more } as JsonObject) as JsonObject, DID)?.key;
    expect(keyOf({})).toEqual({ ok: true, key: ours });
    expect(keyOf({ publicKeyJwk: theirs.jwk })).toEqual({ ok: false, code: 'malformed-key' });
    expect(keyOf({ publicKeyMultibase: toMultikey(theirs) })).toEqual({ ok: false, code: 'malformed-key' });
    expect(keyOf({ type: 'X25519KeyAgreementKey2019' })).toEqual({ ok: false, code: 'unsupported-key-type' });
  });

  it('is refused when it is a did:jwk whose key says that it serves something else', () => {
    for (const more of [{ use: 'enc' }, { key_ops: ['deriveKey'] }]) {
      const did = `did:jwk:${Buffer.from(JSON.stringify({ ...ours.jwk, ...more })).toString('base64url')}`;
      expect(didJwkDocument(did)).toMatchObject({ ok: true, document: { assertionMethod: [], authentication: [] } });
      const located = locate(did);
      if (located.kind !== 'inline') throw new Error(located.kind);
      expect(selectMethod(located.document, `${did}#0`, 'assertionMethod')).toEqual({ ok: false, code: 'other-use' });
    }
  });

  it('is searched by what a JWK calls itself only where that is one key', () => {
    const jwk = (id: string, key: typeof ours, kid: string) => ({
      id,
      type: 'JsonWebKey',
      controller: DID,
      publicKeyJwk: { ...key.jwk, kid },
    });
    const of = (...methods: object[]) => {
      const reading = readDidDocument({ id: DID, verificationMethod: methods } as JsonObject, DID);
      return reading.ok ? methodOfKid(reading.document, 'k') : reading.code;
    };
    expect(of(jwk('#a', ours, 'j'), jwk('#b', theirs, 'k'))).toBe(`${DID}#b`);
    expect(of(jwk('#a', ours, 'k'), jwk('#b', ours, 'k'))).toBe(`${DID}#a`);
    expect(of(jwk('#a', ours, 'k'), jwk('#b', theirs, 'k'))).toBeNull();
    expect(of(jwk('#a', ours, 'j'))).toBeNull();
  });

  it('is left with the keys of a set that may check signatures', () => {
    const set = readJwks({
      keys: [
        { ...ours.jwk, kid: 'k', use: 'enc' },
        { ...theirs.jwk, kid: 'k', use: 'sig' },
      ],
    });
    expect(set).toEqual({ kind: 'jwks', keys: [{ kid: 'k', iss: null, key: theirs }] });
    expect(readKeyDocument({ ...ours.jwk, use: 'enc' }, 'https://acme.example/k')).toEqual({ kind: 'malformed', code: 'other-use' });
  });

  it('is refused when a set or a did:jwk has a private key', () => {
    const leaked = { ...ours.jwk, d: 'AAAA' };
    expect(readJwks({ keys: [theirs.jwk, leaked] })).toEqual({ kind: 'malformed', code: 'private-key' });
    const did = `did:jwk:${Buffer.from(JSON.stringify(leaked)).toString('base64url')}`;
    expect(didJwkDocument(did)).toEqual({ ok: false, code: 'private-key' });
    expect(didJwkDocument('did:jwk:e30')).toEqual({ ok: false, code: 'malformed-key' });
    expect(didJwkDocument('did:jwk:AAAA')).toEqual({ ok: false, code: 'malformed-did' });
  });
});
